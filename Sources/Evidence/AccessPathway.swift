/// The way by which an account reaches the model.
public enum AccessPathway: String, CaseIterable, Codable, Hashable, Sendable {
    /// The provider's own API.
    case directAPI = "direct_api"
    /// A cloud that resells the model.
    case cloudReseller = "cloud_reseller"
    /// A subscription made for people.
    case subscription
    /// A programme for schools and universities.
    case education
    /// A programme for researchers.
    case research
    /// A programme for young companies.
    case startup
}
