import ArgumentParser
import Foundation
import LogFormats

/// How logs are read, whether from files or over HTTP.
struct LogArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp("A field that names the account before all others, as a dotted path.", valueName: "name"))
    var accountField: String?

    @Option(
        help: ArgumentHelp("The zone of times that name none, such as +02:00 or Asia/Singapore.", valueName: "zone"))
    var zone: String?

    @ArgumentParser.Flag(help: "Keep clients' addresses beside their hashes.")
    var keepAddresses = false

    func validate() throws {
        _ = try options
    }

    /// The options of a reader.
    var options: LogOptions {
        get throws {
            var options = LogOptions()
            options.accountField = accountField
            if let zone {
                guard let known = LogArguments.timeZone(zone) else {
                    throw ValidationError("--zone is a name such as Asia/Singapore, or an offset such as +02:00.")
                }
                options.zone = known
            }
            return options
        }
    }

    private static func timeZone(_ text: String) -> TimeZone? {
        if text == "Z" { return TimeZone(secondsFromGMT: 0) }
        guard let sign = text.first, sign == "+" || sign == "-" else { return TimeZone(identifier: text) }
        let parts = text.dropFirst().split(separator: ":").map { Int($0) }
        guard parts.count == 2, let hours = parts[0], let minutes = parts[1], hours <= 14, minutes < 60 else {
            return nil
        }
        return TimeZone(secondsFromGMT: (sign == "-" ? -1 : 1) * (hours * 60 + minutes) * 60)
    }
}
