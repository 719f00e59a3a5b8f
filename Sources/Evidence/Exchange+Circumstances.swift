public import HostileText

extension Exchange {
    /// What most exchanges of an account have alike.
    @usableFromInline
    package struct Circumstances: Hashable, Sendable {
        @usableFromInline package var organisation: OrganisationID?
        @usableFromInline package var keyHash: String?
        @usableFromInline package var endUserHash: String?
        @usableFromInline package var origin = Origin()
        @usableFromInline package var standing = Standing()
        @usableFromInline package var provider: UntrustedText?
        @usableFromInline package var operation: UntrustedText?
        @usableFromInline package var parameters = Parameters()
        @usableFromInline package var finishReason: UntrustedText?
        @usableFromInline package var error: UntrustedText?
        @usableFromInline package var tools: [Tool]?
        @usableFromInline package var images: Int?

        /// Nothing is known.
        package init() {}
    }

    /// Tells whether two exchanges share one copy of their circumstances. Equal circumstances may have several copies.
    @inlinable package var circumstancesID: ObjectIdentifier { circumstances.id }

    /// The organisation behind the account.
    @inlinable public var organisation: OrganisationID? {
        _read { yield circumstances.value.organisation }
        _modify { yield &circumstances.value.organisation }
    }

    /// The keyed hash of the API key.
    @inlinable public var keyHash: String? {
        _read { yield circumstances.value.keyHash }
        _modify { yield &circumstances.value.keyHash }
    }

    /// The keyed hash of the customer's own end user.
    @inlinable public var endUserHash: String? {
        _read { yield circumstances.value.endUserHash }
        _modify { yield &circumstances.value.endUserHash }
    }

    /// Where the request came from.
    @inlinable public var origin: Origin {
        _read { yield circumstances.value.origin }
        _modify { yield &circumstances.value.origin }
    }

    /// What the platform knows of the account at the time.
    @inlinable public var standing: Standing {
        _read { yield circumstances.value.standing }
        _modify { yield &circumstances.value.standing }
    }

    /// The provider that served it.
    @inlinable public var provider: UntrustedText? {
        _read { yield circumstances.value.provider }
        _modify { yield &circumstances.value.provider }
    }

    /// The operation, such as `chat`.
    @inlinable public var operation: UntrustedText? {
        _read { yield circumstances.value.operation }
        _modify { yield &circumstances.value.operation }
    }

    /// What the client asked of the sampler.
    @inlinable public var parameters: Parameters {
        _read { yield circumstances.value.parameters }
        _modify { yield &circumstances.value.parameters }
    }

    /// Why the model stopped, such as `stop` or `length`.
    @inlinable public var finishReason: UntrustedText? {
        _read { yield circumstances.value.finishReason }
        _modify { yield &circumstances.value.finishReason }
    }

    /// What went wrong.
    @inlinable public var error: UntrustedText? {
        _read { yield circumstances.value.error }
        _modify { yield &circumstances.value.error }
    }

    /// The tools that were offered.
    @inlinable public var tools: [Tool]? {
        _read { yield circumstances.value.tools }
        _modify { yield &circumstances.value.tools }
    }

    /// The number of images in the request.
    @inlinable public var images: Int? {
        _read { yield circumstances.value.images }
        _modify { yield &circumstances.value.images }
    }
}

/// Keeps one copy of the circumstances that many exchanges have. The newest of a place stays, so that it never grows with what
/// comes. Not for use by two threads at once.
package final class CircumstancesPool {
    private var places: [Shared<Exchange.Circumstances>?]

    /// - Parameter count: how many it holds at most; rounded up to a power of two.
    package init(places count: Int) {
        places = Array(repeating: nil, count: 1 << max(1, Int.bitWidth - (count - 1).leadingZeroBitCount))
    }

    /// These circumstances, where possible as the copy that was given before.
    package func shared(_ circumstances: Exchange.Circumstances) -> Shared<Exchange.Circumstances> {
        var hasher = Hasher()
        // What tells most apart; all is compared where these meet.
        hasher.combine(circumstances.origin.addressHash)
        hasher.combine(circumstances.keyHash)
        hasher.combine(circumstances.endUserHash)
        hasher.combine(circumstances.origin.userAgent)
        hasher.combine(circumstances.standing.paymentHash)
        hasher.combine(circumstances.finishReason)
        hasher.combine(circumstances.parameters)
        hasher.combine(circumstances.error)
        let place = hasher.finalize() & (places.count - 1)
        if let known = places[place], known.value == circumstances { return known }
        let new = Shared(circumstances)
        places[place] = new
        return new
    }
}
