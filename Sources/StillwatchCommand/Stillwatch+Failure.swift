import CaseBundle
import Console
import Curses
import Evidence
import EvidenceCache
import Foundation
import Invocation
import Settings
import Sync

extension Stillwatch {
    /// The failure that an error is; `nil` for those of the command line's parser.
    static func failure(_ error: any Error) -> Failure? {
        switch error {
        case let problem as FilterProblem: return Failure(sentence(of: problem), code: 2)
        case let problem as ViewStateProblem: return Failure(problem.sentence + ".", code: 2)
        case let problem as SQLProblem: return Failure(problem.sentence)
        case let problem as SyncProblem: return Failure(problem.sentence)
        case let problem as SettingsProblem: return Failure(problem.description, code: 2)
        case let problem as TerminalProblem: return Failure(problem.description, code: 2)
        case let problem as KeyProblem: return Failure(problem.sentence + ".", code: 2)
        case let problem as UnreadableBag: return Failure(problem.sentence, code: 2)
        case let problem as CacheProblem: return Failure(problem.sentence, code: code(of: problem))
        case is Problem, is ExportProblem, is RedactionProblem, is SignatureProblem:
            return Failure(Problem(error).sentence)
        case let error as CocoaError: return Failure(error.localizedDescription)
        case is CancellationError: return Failure("Stopped.")
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
