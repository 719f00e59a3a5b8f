import Digests
import Evidence
import HostileText

/// Who exports what, when and how: what bag-info.txt, case.json and the report all say.
struct ExportFacts: Hashable, Sendable {
    /// The bag's name.
    var name: String
    var at: Instant
    var analyst: UntrustedText
    var organisation: UntrustedText?
    var redaction: RedactionPolicy

    /// Names this export: the same case at the same time with the same log makes the same id.
    func identifier(_ contents: BundleContents) -> String {
        let text = "\(name)\n\(contents.auditHead)"
        return "export-" + SHA256Digest.of(text).hex.prefix(16)
    }

    func bagInfo(of contents: BundleContents, _ payload: [PayloadFile]) -> BagInfo {
        var info = BagInfo()
        if let organisation { info.add("Source-Organization", organisation) }
        info.add("Contact-Name", analyst)
        info.add(BagInfoLabel.identifier, contents.matter.id.text)
        info.add("Internal-Sender-Identifier", UntrustedText(identifier(contents)))
        info.add("Bagging-Date", UntrustedText(at.dateText))
        info.add(BagInfoLabel.oxum, UntrustedText("\(payload.reduce(0) { $0 + $1.data.count }).\(payload.count)"))
        info.add("Bag-Software-Agent", UntrustedText(contents.tool))
        info.add("Case-Exported-At", UntrustedText(at.text))
        info.add(BagInfoLabel.auditHead, UntrustedText(contents.auditHead))
        info.add(BagInfoLabel.redaction, UntrustedText(redaction.word))
        if case .none(let reason) = redaction { info.add(BagInfoLabel.redactionReason, UntrustedText(reason)) }
        info.add(BagInfoLabel.cursor, UntrustedText(contents.scope.cursor ?? "none"))
        return info
    }
}
