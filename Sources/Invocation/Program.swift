public import ArgumentParser
import Foundation

/// One of the two programs: its root command, and the words for what can go wrong in it.
public protocol Program: AsyncParsableCommand {
    /// The failure that an error is; `nil` for those of the command line's parser.
    static func failure(_ error: any Error) -> Failure?
}

extension Program {
    /// Reads the command line, runs what it names, and ends with its exit code: the program's `main`, which has to call it
    /// by this name, since the parser's own `main` would win.
    public static func start() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    /// The one place that turns an error into a message and an exit code.
    private static func end(with error: any Error) -> Never {
        if let failure = (error as? Failure) ?? failure(error) {
            Output.say("\(configuration.commandName ?? ""): \(failure.sentence)")
            Foundation.exit(failure.code)
        }
        let code = exitCode(for: error)
        let message = fullMessage(for: error)
        if code.isSuccess {
            if !message.isEmpty { Output.print(message) }
            Foundation.exit(0)
        }
        if !message.isEmpty { Output.say(message) }
        Foundation.exit(code == .validationFailure ? 2 : code.rawValue)
    }
}
