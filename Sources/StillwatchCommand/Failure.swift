import CaseBundle
import Console
import Curses
import Evidence
import EvidenceCache
import Foundation
import Settings
import Sync

/// An error as a tired person reads it: what happened, what to do, and the exit code.
struct Failure: Error {
    /// What happened, and what to do.
    var sentence: String
    /// 1 for refused or failed, 2 for wrong usage or unreadable input.
    var code: Int32

    /// A failure in our own words.
    init(_ sentence: String, code: Int32 = 1) {
        self.sentence = sentence
        self.code = code
    }

    /// The failure that an error is; `nil` for those of the command line's parser.
    init?(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let problem as FilterProblem: self.init(Failure.sentence(of: problem), code: 2)
        case let problem as ViewStateProblem: self.init(problem.sentence + ".", code: 2)
        case let problem as SQLProblem: self.init(problem.sentence)
        case let problem as SyncProblem: self.init(problem.sentence)
        case let problem as SettingsProblem: self.init(problem.description, code: 2)
        case let problem as TerminalProblem: self.init(problem.description, code: 2)
        case let problem as KeyProblem: self.init(problem.sentence + ".", code: 2)
        case let problem as UnreadableBag: self.init(problem.sentence, code: 2)
        case let problem as CacheProblem: self.init(problem.sentence, code: Failure.code(of: problem))
        case is Problem, is ExportProblem, is RedactionProblem, is SignatureProblem:
            self.init(Problem(error).sentence)
        case let error as CocoaError: self.init(error.localizedDescription)
        case is CancellationError: self.init("Stopped.")
        default: return nil
        }
    }

    private static func code(of problem: CacheProblem) -> Int32 {
        switch problem {
        case .cannotOpen, .newerVersion, .damaged: 2
        default: 1
        }
    }

    /// The sentence and, where a word is meant, which one.
    private static func sentence(of problem: FilterProblem) -> String {
        "The filter cannot be read: \(problem.sentence) (characters \(problem.place.lowerBound + 1) to "
            + "\(max(problem.place.upperBound, problem.place.lowerBound + 1)))."
    }
}
