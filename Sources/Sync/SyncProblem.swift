public import EvidenceCache
public import Feed

/// Why a sync stopped, or could not do a step.
public enum SyncProblem: Error, Hashable, Sendable {
    /// The address is no `http` or `https` URL with a host.
    case badAddress(String)
    /// The address is plain HTTP to another machine, over which the token would travel in the clear.
    case plainHTTP(host: String)
    /// A certificate file cannot be read; the reason.
    case badCertificates(path: String, reason: String)
    /// The detector cannot be reached, or the connection broke; the reason.
    case unreachable(String)
    /// The token is unknown, expired or revoked (401).
    case notAuthorised
    /// The token may not do this (403); the detector's words.
    case forbidden(String)
    /// The cursor belongs to a feed that is no more (410).
    case cursorGone
    /// The detector asks to wait (429, 503), for so many seconds if it says.
    case busy(status: Int, retryAfter: Int?)
    /// The detector answers with another error; its words.
    case answer(status: Int, String)
    /// The page did not come whole.
    case badPage(FeedPageFault)
    /// The answer cannot be unpacked or read; what was expected.
    case unreadable(String)
    /// The feed began anew more than twice within one sync.
    case feedKeepsChanging
    /// The feed promises more, and goes no further.
    case noProgress
    /// The cache cannot take what came.
    case cache(CacheProblem)

    /// Whether the same request may succeed a little later.
    public var isPassing: Bool {
        switch self {
        case .unreachable, .busy, .badPage, .unreadable: true
        case .answer(let status, _): status >= 500
        case .cache(.busy): true
        case .badAddress, .plainHTTP, .badCertificates, .notAuthorised, .forbidden, .cursorGone, .feedKeepsChanging,
            .noProgress, .cache:
            false
        }
    }
}

extension SyncProblem {
    /// What happened, and what to do next.
    public var sentence: String {
        switch self {
        case .badAddress(let text): "\(text.debugDescription) is no address of a detector; write https://HOST:PORT."
        case .plainHTTP(let host):
            "Plain HTTP to \(host.debugDescription) would show the token to the network. Use https, or --insecure-http."
        case .badCertificates(let path, let reason):
            "The certificates in \(path.debugDescription) cannot be read: \(reason)"
        case .unreachable(let reason): "The detector cannot be reached: \(reason) The cache works on without it."
        case .notAuthorised: "The detector does not know this token, or it has expired. Ask for a new one."
        case .forbidden(let words): "The token may not do this: \(words)"
        case .cursorGone: "The detector's feed began anew; the cache has to be built again."
        case .busy(let status, let seconds):
            "The detector is busy (\(status)); try again" + (seconds.map { " in \($0) s." } ?? " later.")
        case .answer(let status, let words): "The detector answers \(status): \(words)"
        case .badPage(let fault): fault.description
        case .unreadable(let what): "The detector's answer is not \(what)."
        case .feedKeepsChanging: "The detector's feed began anew again and again; is it being set up?"
        case .noProgress: "The detector promises more records and sends none. Its log may say why."
        case .cache(let problem): problem.sentence
        }
    }
}
