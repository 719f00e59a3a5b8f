import Evidence
import EvidenceCache
import HostileText
import TextUI

/// Asks which cluster holds an account most strongly.
struct ClusterOfAccount: Question {
    var account: AccountID

    func answer(from cache: EvidenceCache, now: Instant) throws -> ClusterID? {
        try cache.account(account)?.cluster
    }
}

extension Screen {
    /// Opens the cluster that somebody is in: at once for a cluster itself, after a question for an account.
    func openCluster(of subject: Subject?) -> Response {
        switch subject {
        case .cluster(let id): .open(ClusterScreen(id))
        case .account(let id): .ask(ClusterOfAccount(account: id), slot: "cluster-of")
        case nil: Response(notice: Notice("nobody is under the cursor; g c lists the clusters", isProblem: true))
        }
    }

    /// Takes in which cluster an account is in; `nil` if the answer is to something else.
    func openCluster(_ answer: Answer) -> Response? {
        guard let (question, reply) = answer.reply(to: ClusterOfAccount.self) else { return nil }
        if let reply { return .open(ClusterScreen(reply)) }
        return Response(notice: Notice("\(SafeText(question.account.text, limit: 60)) is in no cluster"))
    }
}
