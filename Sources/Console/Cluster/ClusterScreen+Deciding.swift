import Evidence
import HostileText
import TextUI

// One label for the cluster and all its members but for the exceptions.

extension ClusterScreen {
    /// So few members are labelled without a look at some of them.
    private static let handful = 5

    /// How many members a label would be given to.
    var labelled: Int { max(0, (sheet.value?.members ?? 0) - exceptions.count) }

    /// The members to be looked at first; none where all are a handful.
    var sample: [AccountID] {
        guard labelled > Self.handful else { return [] }
        return Array((sheet.value?.sample ?? []).filter { !exceptions.contains($0) }.prefix(ClusterSheet.sampleSize))
    }

    /// Those of the sample that were looked at.
    var lookedAt: Int { sample.count { looked.contains($0) } }

    /// Labels all at once; where too few were looked at, says so first and does it when the same digit comes again.
    mutating func decide(_ label: Label, _ confidence: Confidence, _ context: ScreenContext) -> Response? {
        guard sheet.value != nil, brushedAccounts == nil else { return nil }
        let all = SafeText(ours: Count.text(labelled, "account"))
        if lookedAt < sample.count, warnedOf != label {
            warnedOf = label
            let seen = SafeText(ours: Count.text(lookedAt, of: sample.count))
            let digit = SafeText(ours: String(label.digit))
            let what: SafeText =
                "this labels \(all) \(SafeText(ours: label.rawValue)): look at \(SafeText(ours: Count.text(sample.count))) by chance first"
            return Response(
                notice: Notice(
                    "\(what) (\(seen) seen); L opens the next, \(digit) again labels all the same", isProblem: true))
        }
        warnedOf = nil
        return Response([
            .decide(.labelCluster(id, without: exceptions, label, confidence, view: state.text))
        ])
    }

    /// Takes the member under the cursor out of the decision, or back in.
    mutating func except() -> Response {
        guard let account = focus?.account else { return Response() }
        warnedOf = nil
        let isBack = exceptions.remove(account) != nil
        if !isBack { exceptions.insert(account) }
        let rest = SafeText(ours: Count.text(labelled, of: sheet.value?.members ?? 0))
        return Response(
            notice: Notice(
                isBack
                    ? "back in: a label goes to \(rest) accounts"
                    : "left out: a label goes to \(rest) accounts; x takes it back in"))
    }

    /// Opens the next member of the sample that was not looked at.
    mutating func lookAtNext(_ context: ScreenContext) -> Response {
        guard !sample.isEmpty else { return problem("there are so few members that none need be looked at first") }
        guard let next = sample.first(where: { !looked.contains($0) }) else {
            return Response(
                notice: Notice("all \(SafeText(ours: Count.text(sample.count))) were looked at; a digit labels"))
        }
        looked.insert(next)
        let subject = Subject.account(next)
        let seen = SafeText(ours: Count.text(lookedAt, of: sample.count))
        return Response([.viewed(subject)], notice: Notice("\(seen) seen; esc comes back to the cluster"))
            + opening(ViewState(view: ScreenKind.account.rawValue, subject: subject))
    }
}
