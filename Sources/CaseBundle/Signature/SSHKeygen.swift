import Foundation

/// The program that signs and checks: `ssh-keygen` of OpenSSH 8.2 or later.
public struct SSHKeygen: Hashable, Sendable {
    /// Where it is.
    public let path: String

    /// Takes the program at a path.
    public init(path: String) {
        self.path = path
    }

    /// Finds the program.
    ///
    /// - Parameter searchPath: directories with colons between, as in `PATH`.
    /// - Throws: `SignatureProblem.sshKeygenMissing`.
    public static func find(in searchPath: String) throws -> SSHKeygen {
        for directory in searchPath.split(separator: ":") {
            let path = "\(directory)/ssh-keygen"
            if access(path, X_OK) == 0 { return SSHKeygen(path: path) }
        }
        throw SignatureProblem.sshKeygenMissing
    }

    /// What a run left behind.
    struct Outcome {
        var status: Int32
        var output: Data
        var words: String
    }

    /// Runs it with a file as its standard input; nothing of its answers reaches the terminal.
    ///
    /// - Parameter mayAsk: whether it may ask for a passphrase on the terminal.
    func run(_ arguments: [String], input: String, mayAsk: Bool = false) throws -> Outcome {
        guard access(path, X_OK) == 0 else { throw SignatureProblem.sshKeygenMissing }
        guard let standardInput = FileHandle(forReadingAtPath: input) else {
            throw SignatureProblem.cannotStart("\(input) cannot be read")
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        var environment = ProcessInfo.processInfo.environment
        environment["LC_ALL"] = "C"
        if !mayAsk {
            // Asks a program that never answers, instead of the terminal.
            environment["SSH_ASKPASS"] = "/bin/false"
            environment["SSH_ASKPASS_REQUIRE"] = "force"
        }
        process.environment = environment
        process.standardInput = standardInput
        let output = Pipe()
        let words = Pipe()
        process.standardOutput = output
        process.standardError = words
        do {
            try process.run()
            // Both answers are far shorter than a pipe holds, so reading one after the other cannot block it.
            let outputBytes = try output.fileHandleForReading.readToEnd() ?? Data()
            let wordBytes = try words.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            return Outcome(
                status: process.terminationStatus, output: outputBytes,
                words: String(decoding: wordBytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
        } catch {
            throw SignatureProblem.cannotStart(error.localizedDescription)
        }
    }
}
