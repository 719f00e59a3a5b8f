import Digests
import Evidence
import Feed
import HostileText

/// Where an exchange came from and whose key it bore: what many exchanges have in common, and is stored once.
struct OriginFacts: Hashable {
    var range: String?
    var asn: Int?
    var country: UntrustedText?
    var userAgent: UntrustedText?
    var tlsFingerprint: UntrustedText?
    var keyHash: String?
    var payment: String?
    var emailDomain: UntrustedText?

    init(_ exchange: Exchange) {
        range = exchange.origin.addressRange
        asn = exchange.origin.asn
        country = exchange.origin.country
        userAgent = exchange.origin.userAgent
        tlsFingerprint = exchange.origin.tlsFingerprint
        keyHash = exchange.keyHash
        payment = exchange.standing.paymentHash
        emailDomain = exchange.standing.emailDomain
    }

    /// In the order of the table's columns.
    var values: [SQLValue] {
        [
            SQLValue(range), SQLValue(asn), SQLValue(country), SQLValue(userAgent), SQLValue(tlsFingerprint),
            SQLValue(keyHash), SQLValue(payment), SQLValue(emailDomain),
        ]
    }

    /// 16 bytes of SHA-256 over the values, each with its length, so that no two combinations read alike.
    var digest: [UInt8] {
        var hasher = RowHasher()
        for value in values { hasher.add(value) }
        return hasher.digest.prefix(16)
    }
}

/// How an exchange was made: again what many have in common.
struct MannerFacts: Hashable, Codable {
    var provider: UntrustedText?
    var operation: UntrustedText?
    var stream: Bool?
    var temperature: Double?
    var maxTokens: Int?
    var finishReason: UntrustedText?
    var tools: [UntrustedText]?
    var images: Int?

    init(_ exchange: Exchange) {
        provider = exchange.provider
        operation = exchange.operation
        stream = exchange.parameters.stream
        temperature = exchange.parameters.temperature
        maxTokens = exchange.parameters.maxTokens
        finishReason = exchange.finishReason
        tools = exchange.tools.map { $0.map(\.name) }
        images = exchange.images
    }

    var text: String {
        get throws { String(decoding: try FeedDocument.encode(self), as: UTF8.self) }
    }
}
