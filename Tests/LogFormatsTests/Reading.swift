import Digests
import Evidence
import Foundation
import HostileText
import LogFormats

/// Everything that a reader made of a log.
struct Reading {
    var exchanges: [LoggedExchange] = []
    var releases: [Release] = []
    var refusals: [Refusal] = []
    var places: [LogPlace] = []
    var summary = ReadSummary()

    init(_ bytes: some Sequence<UInt8>, format: LogFormat = .auto, options: LogOptions = LogOptions()) throws {
        let reader = LogReader(format: format, options: options)
        summary = try reader.read(.bytes(Array(bytes), name: "test.log")) { item in
            switch item {
            case .exchange(let exchange, let place):
                exchanges.append(exchange)
                places.append(place)
            case .release(let release, _): releases.append(release)
            case .refused(let refusal): refusals.append(refusal)
            }
        }
    }

    init(_ text: String, format: LogFormat = .auto, options: LogOptions = LogOptions()) throws {
        try self.init(text.utf8, format: format, options: options)
    }

    /// The one exchange that there ought to be.
    var only: LoggedExchange? { exchanges.count == 1 ? exchanges[0] : nil }
    /// Its exchange.
    var exchange: Exchange? { only?.exchange }
}

extension ExchangeText {
    /// Role and content of each message, to compare.
    var spoken: [String] { messages.map { "\($0.role.rawValue): \($0.content.verbatim)" } }
}

/// A plain record with one field changed or added.
func plainLine(_ extra: String = "", id: String = "r1") -> String {
    #"{"id":"\#(id)","time":"2026-05-21T03:14:07.120Z","account":"acct-1"\#(extra)}"#
}

/// A payload of LiteLLM's with further fields.
func litellmLine(_ extra: String = "", metadata: String = "{}", id: String = "chatcmpl-1") -> String {
    #"{"id":"\#(id)","call_type":"acompletion","startTime":1795248880.920601,"endTime":1795248881.25,"#
        + #""model":"model-b","status":"success","metadata":\#(metadata)\#(extra)}"#
}

/// The directory of shared material, where this machine has it.
let sharedDirectory = ProcessInfo.processInfo.environment["STILLWATCH_SHARED"]
