import HostileText

extension ViewState {
    /// The state of a view about several accounts and clusters together: `ids:acct-1,acct-2,cluster=C-003`.
    public init(view: String, several subjects: [Subject]) {
        self.init(view: view)
        self["ids"] = subjects.map { subject in
            let escaped = subject.text.verbatim.replacing("%", with: "%25").replacing(",", with: "%2C")
                .replacing("=", with: "%3D")
            return subject.kind == .cluster ? "cluster=\(escaped)" : escaped
        }.joined(separator: ",")
    }

    /// The accounts and clusters that `ids:` names: separated by commas, clusters after `cluster=`; `%` escapes all three.
    public var subjects: [Subject] {
        (self["ids"] ?? "").split(separator: ",").map { piece in
            let isCluster = piece.hasPrefix("cluster=")
            let id = (isCluster ? piece.dropFirst(8) : piece).replacing("%2C", with: ",").replacing("%3D", with: "=")
                .replacing("%25", with: "%")
            return Subject(isCluster ? .cluster : .account, UntrustedText(String(id)))
        }
    }
}
