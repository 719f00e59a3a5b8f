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
