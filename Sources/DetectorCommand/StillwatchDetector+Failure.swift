import DetectorEngine
import DetectorService
import Foundation
import HostileText
import Invocation
import LogFormats
import Settings
import Simulation

extension StillwatchDetector {
    /// The failure that an error is; `nil` for those of the command line's parser.
    static func failure(_ error: any Error) -> Failure? {
        switch error {
        case let error as StateError:
            if case .missing = error { return Failure(error.description, code: 2) }
            return Failure(error.description)
        case let error as SettingsProblem: return Failure(error.description, code: 2)
        case let error as LogSourceError: return Failure(sentence(error), code: 2)
        case let error as DetectorServer.Refusal: return Failure(error.description)
        case let error as ScenarioError: return Failure(sentence(error), code: 2)
        case let error as CocoaError: return Failure(error.localizedDescription)
        case is CancellationError: return Failure("Stopped.")
        default:
            guard EmbeddedEngine.isBusy(error) else { return nil }
            return Failure("The state is being written by another process. Waited 5 s; try again when it is done.")
        }
    }

    private static func sentence(_ error: LogSourceError) -> String {
        switch error {
        case .cannotOpen(let name, let code): "Cannot open \(Output.safe(name)): \(reason(code))."
        case .cannotRead(let name, let code):
            "Cannot read \(Output.safe(name)) to its end: \(reason(code)). What came before is stored; try again."
        case .tooLarge(let name, let limit): "\(Output.safe(name)) is larger than \(limit) bytes."
        }
    }

    private static func sentence(_ error: ScenarioError) -> String {
        switch error {
        case .tooFewAccounts(let needed): "This scenario needs at least \(needed) accounts; raise --accounts."
        case .tooFewExchanges(let needed): "These accounts need at least \(needed) exchanges; raise --exchanges."
        case .shareOutOfRange: "--share is above 0 and at most 1."
        case .campaignTooLarge(let most): "A campaign has room for at most \(most) accounts; lower --campaign-size."
        }
    }

    private static func reason(_ code: Int32) -> String {
        String(cString: strerror(code))
    }
}
