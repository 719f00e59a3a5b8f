import ArgumentParser
import Detection
import DetectorEngine
import DetectorService
import Evidence
import Invocation
import Logging

/// `stillwatch-detector serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the feed and take labels and logs over HTTP.",
        discussion: """
            The first line of standard output is the address. Stops on SIGTERM or SIGINT once requests under way are answered.
            Off this machine it serves with TLS only, unless --insecure-http says otherwise.

              stillwatch-detector serve --state state --listen 127.0.0.1:0 --rescore 60
              stillwatch-detector serve --state state --listen 192.0.2.10:8443 --tls-cert chain.pem --tls-key key.pem
            """)

    @OptionGroup var state: StateOptions
    @OptionGroup var log: LogArguments
    @OptionGroup var allow: AllowArguments

    @Option(help: ArgumentHelp("Where to listen; port 0 picks a free one.", valueName: "host:port"))
    var listen: String

    @Option(help: ArgumentHelp("The certificate chain, PEM.", valueName: "file"))
    var tlsCert: String?

    @Option(help: ArgumentHelp("The certificate's private key, PEM.", valueName: "file"))
    var tlsKey: String?

    @ArgumentParser.Flag(help: "Allow plain HTTP that other machines can reach.")
    var insecureHttp = false

    @Option(help: ArgumentHelp("Score again in the background at most every so many seconds.", valueName: "seconds"))
    var rescore: Int?

    @Option(help: ArgumentHelp("trace, debug, info, notice, warning, error or critical.", valueName: "level"))
    var logLevel = "info"

    func validate() throws {
        guard ListenAddress(listen) != nil else {
            throw ValidationError("--listen is HOST:PORT, such as 127.0.0.1:8080 or [::1]:0.")
        }
        guard (tlsCert == nil) == (tlsKey == nil) else {
            throw ValidationError("--tls-cert and --tls-key go together.")
        }
        guard rescore ?? 1 > 0 else { throw ValidationError("--rescore is a number of seconds, 1 or more.") }
        guard Logger.Level(rawValue: logLevel) != nil else { throw ValidationError("There is no such --log-level.") }
    }

    func run() async throws {
        let engine = try state.open(mayCreate: true, keepsAddresses: log.keepAddresses)
        guard let address = ListenAddress(listen), let level = Logger.Level(rawValue: logLevel) else { return }
        var options = DetectorServer.Options(listen: address)
        if let tlsCert, let tlsKey { options.certificate = (tlsCert, tlsKey) }
        options.allowsInsecureHTTP = insecureHttp
        options.rescore = rescore.map { .seconds($0) }
        options.log = try log.options
        var logger = Logger(label: "stillwatch-detector") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        let allowed = allow.source(in: engine.directory)
        _ = try allowed()
        let detection = ModelledDetection(ModelShelf(in: engine.directory), allowed: allowed)
        let server = try DetectorServer(
            engine: engine, directory: engine.directory, options: options,
            detect: { try detection.findings(in: $0, readings: &$1) }, logger: logger)
        try await server.run { Output.print($0) }
    }
}
