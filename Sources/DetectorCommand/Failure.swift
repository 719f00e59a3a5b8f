import DetectorEngine
import DetectorService
import Foundation
import HostileText
import LogFormats
import Simulation

/// An error as a tired person reads it: what happened, what to do, and the exit code.
struct Failure: Error {
    /// What happened, and what to do.
    var sentence: String
    /// 1 for refused or failed, 2 for unreadable input.
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
        case let error as StateError:
            if case .missing = error { self.init(error.description, code: 2) } else { self.init(error.description) }
        case let error as LogSourceError: self.init(Failure.sentence(error), code: 2)
        case let error as DetectorServer.Refusal: self.init(error.description)
        case let error as ScenarioError: self.init(Failure.sentence(error), code: 2)
        case let error as CocoaError: self.init(error.localizedDescription)
        case is CancellationError: self.init("Stopped.")
        default:
            guard EmbeddedEngine.isBusy(error) else { return nil }
            self.init("The state is being written by another process. Waited 5 s; try again when it is done.")
        }
    }

    private static func sentence(_ error: LogSourceError) -> String {
        switch error {
        case .cannotOpen(let name, let code): "Cannot open \(Output.safe(name)): \(Failure.reason(code))."
        case .cannotRead(let name, let code):
            "Cannot read \(Output.safe(name)) to its end: \(Failure.reason(code)). What came before is stored; try again."
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
