public import DetectorEngine
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTLS
public import LogFormats
public import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle

/// The detector as a server: the feed and labels for analysts' caches, receivers for logs, health and metrics.
public struct DetectorServer: Sendable {
    /// How it serves.
    public struct Options: Sendable {
        /// Where it listens.
        public var listen: ListenAddress
        /// The certificate chain and its key, as PEM files; without them it speaks plain HTTP.
        public var certificate: (chain: String, key: String)?
        /// Whether plain HTTP may leave this machine.
        public var allowsInsecureHTTP = false
        /// How often to score again, if at all.
        public var rescore: Duration?
        /// How received logs are read.
        public var log = LogOptions()

        /// Listens at an address with plain HTTP, and never scores by itself.
        public init(listen: ListenAddress) {
            self.listen = listen
        }
    }

    private let engine: any Engine
    private let directory: StateDirectory
    private let options: Options
    private let detect: ResumedFindingsSource
    private let logger: Logger

    /// Makes a server.
    ///
    /// - Parameters:
    ///   - engine: what holds the exchanges and the feed.
    ///   - directory: the state's directory, for the quarantine.
    ///   - detect: what computes findings, for scores in the background.
    /// - Throws: ``Refusal`` for options that would put the feed in the open.
    public init(
        engine: any Engine, directory: StateDirectory, options: Options, detect: @escaping ResumedFindingsSource,
        logger: Logger
    ) throws(Refusal) {
        guard options.listen.isLoopback || options.certificate != nil || options.allowsInsecureHTTP else {
            throw .plainHTTPOffLoopback(options.listen)
        }
        self.engine = engine
        self.directory = directory
        self.options = options
        self.detect = detect
        self.logger = logger
    }

    /// Why a server does not start.
    public enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
        /// It would speak plain HTTP to other machines.
        case plainHTTPOffLoopback(ListenAddress)
        /// The certificate or its key cannot be used.
        case certificate(path: String, reason: String)

        /// What happened, and what to do.
        public var description: String {
            switch self {
            case .plainHTTPOffLoopback(let address):
                """
                \(address.host) can be reached from other machines, and plain HTTP would show them tokens and text. \
                Give --tls-cert and --tls-key, listen on 127.0.0.1, or say --insecure-http.
                """
            case .certificate(let path, let reason): "Cannot use \(path): \(reason)."
            }
        }
    }

    /// Serves until SIGTERM or SIGINT, or until the task is cancelled; requests that are under way are finished.
    ///
    /// - Parameter whenListening: told the server's address, such as `http://127.0.0.1:43121`, once it takes requests.
    public func run(whenListening: @escaping @Sendable (String) -> Void) async throws {
        let meters = Meters()
        let listen = options.listen
        let isSecure = options.certificate != nil
        var services: [any Service] = []
        if let interval = options.rescore {
            services.append(
                Rescorer(
                    engine: engine, interval: interval, detect: detect, meters: meters, logger: logger))
        }
        let router = router(meters)
        let configuration = ApplicationConfiguration(
            address: .hostname(listen.host, port: listen.port), serverName: "stillwatch-detector")
        let started: @Sendable (any Channel) async -> Void = { channel in
            whenListening(listen.url(port: channel.localAddress?.port ?? listen.port, isSecure: isSecure))
        }
        if let tls = try tlsConfiguration() {
            let server = Application(
                router: router,
                server: try .tls(.http1(configuration: .init(idleTimeout: .seconds(120))), tlsConfiguration: tls),
                configuration: configuration, services: services, onServerRunning: started, logger: logger)
            try await server.runService()
        } else {
            let server = Application(
                router: router, server: .http1(configuration: .init(idleTimeout: .seconds(120))),
                configuration: configuration, services: services, onServerRunning: started, logger: logger)
            try await server.runService()
        }
    }

    private func router(_ meters: Meters) -> Router<DetectorContext> {
        let router = Router(context: DetectorContext.self)
        router.add(middleware: AnswerMiddleware(meters: meters))
        let gate = Gate(engine: engine)
        let intake = LogIntake(into: engine, quarantine: directory)
        FeedRoutes(engine: engine, gate: gate, meters: meters).add(to: router)
        LabelRoutes(engine: engine, gate: gate).add(to: router)
        IngestRoutes(intake: intake, gate: gate, meters: meters, options: options.log).add(to: router)
        HealthRoutes(engine: engine, meters: meters).add(to: router)
        return router
    }

    private func tlsConfiguration() throws(Refusal) -> TLSConfiguration? {
        guard let files = options.certificate else { return nil }
        let chain: [NIOSSLCertificate]
        do {
            chain = try NIOSSLCertificate.fromPEMFile(files.chain)
        } catch {
            throw .certificate(path: files.chain, reason: "it holds no certificate that can be read")
        }
        let key: NIOSSLPrivateKey
        do {
            key = try NIOSSLPrivateKey(file: files.key, format: .pem)
        } catch {
            throw .certificate(path: files.key, reason: "it holds no private key that can be read")
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }
}
