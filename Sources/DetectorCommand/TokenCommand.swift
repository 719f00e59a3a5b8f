import ArgumentParser
import DetectorEngine
import Evidence
import HostileText
import Invocation

/// `stillwatch-detector token`
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Make, list and take back the tokens of analysts and of logs' senders.",
        discussion: """
              stillwatch-detector token new --state state --name ana > ana.token
              stillwatch-detector token new --state state --name gateway --scope ingest --expires never
              stillwatch-detector token revoke --state state --name ana
            """,
        subcommands: [New.self, List.self, Revoke.self])

    /// `stillwatch-detector token new`
    struct New: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a token and print it, once.",
            discussion: """
                A token is the analyst's name to the detector: labels in another name are refused. It is shown here and
                nowhere else; the state keeps only its hash.
                """)

        @OptionGroup var state: StateOptions

        @Option(help: ArgumentHelp("The analyst's name, or that of a log's sender.", valueName: "name"))
        var name: String

        @Option(help: ArgumentHelp("What it is good for: read, label, text, ingest, with commas.", valueName: "scopes"))
        var scope = "read,label,text"

        @Option(help: ArgumentHelp("How long: 90d, 12h, 4w or never.", valueName: "time"))
        var expires = "90d"

        @ArgumentParser.Flag(help: "Print the token as JSON.")
        var json = false

        func validate() throws {
            guard !name.isEmpty else { throw ValidationError("--name must not be empty.") }
            _ = try (scopes, lifetime)
        }

        func run() async throws {
            let engine = try state.open(mayCreate: true)
            let scopes = try scopes
            let end = try lifetime.map { engine.clock() + $0 }
            let token = try await engine.makeToken(name: UntrustedText(name), scopes: scopes, expiresAt: end)
            guard json else { return Output.print(token) }
            try Output.print(json: Made(token: token, name: name, scopes: Row.sorted(scopes), expiresAt: end))
        }

        private var scopes: Set<AccessToken.Scope> {
            get throws {
                let names = scope.split(separator: ",").map { $0.filter { $0 != " " } }
                let scopes = names.compactMap { AccessToken.Scope(rawValue: $0) }
                guard !names.isEmpty, scopes.count == names.count else {
                    throw ValidationError("--scope is one or more of read, label, text and ingest, with commas.")
                }
                return Set(scopes)
            }
        }

        private var lifetime: Int64? {
            get throws {
                if expires == "never" { return nil }
                let units: [Character: Int64] = [
                    "m": Instant.minute, "h": Instant.hour, "d": Instant.day, "w": 7 * Instant.day,
                ]
                guard let unit = expires.last.flatMap({ units[$0] }), let count = Int64(expires.dropLast()),
                    (1...100_000).contains(count)
                else { throw ValidationError("--expires is a time such as 90d, 12h or 4w, or never.") }
                return count * unit
            }
        }

        private struct Made: Encodable {
            var token: String
            var name: String
            var scopes: [String]
            var expiresAt: Instant?
        }
    }

    /// `stillwatch-detector token list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List all tokens, without their text.")

        @OptionGroup var state: StateOptions

        @ArgumentParser.Flag(help: "Print an array of objects.")
        var json = false

        func run() async throws {
            let engine = try state.open(mayCreate: false)
            let now = engine.clock()
            let rows = try await engine.tokens().map { Row($0, now: now) }
            if json { return try Output.print(json: rows) }
            let lines = rows.map { row in
                [
                    Output.safe(UntrustedText(row.name)), row.scopes.joined(separator: ","), row.state,
                    row.expiresAt?.text ?? "never",
                ]
            }
            Output.print(Output.table([["name", "scopes", "state", "expires"]] + lines))
        }
    }

    /// `stillwatch-detector token revoke`
    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take all tokens of a name back, from now on.")

        @OptionGroup var state: StateOptions

        @Option(help: ArgumentHelp("The name on the tokens.", valueName: "name"))
        var name: String

        @ArgumentParser.Flag(help: "Print the count as JSON.")
        var json = false

        func run() async throws {
            let engine = try state.open(mayCreate: false)
            let count = try await engine.revokeTokens(name: UntrustedText(name))
            guard count > 0 else {
                throw Failure("No token of that name is good now; `token list` shows all.")
            }
            if json { return try Output.print(json: ["revoked": count]) }
            Output.print("revoked \(Count.text(count, "token"))")
        }
    }

    /// A token as it is listed.
    struct Row: Encodable {
        var name: String
        var scopes: [String]
        var state: String
        var createdAt: Instant
        var expiresAt: Instant?
        var revokedAt: Instant?

        init(_ token: AccessToken, now: Instant) {
            name = token.name.verbatim
            scopes = Row.sorted(token.scopes)
            state = token.isValid(at: now) ? "good" : token.revokedAt == nil ? "expired" : "revoked"
            createdAt = token.createdAt
            expiresAt = token.expiresAt
            revokedAt = token.revokedAt
        }

        /// The scopes in their usual order.
        static func sorted(_ scopes: Set<AccessToken.Scope>) -> [String] {
            AccessToken.Scope.allCases.filter(scopes.contains).map(\.rawValue)
        }
    }
}
