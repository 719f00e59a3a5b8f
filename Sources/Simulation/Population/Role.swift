/// What an account is there for.
enum Role: Sendable {
    /// An ordinary customer.
    case ordinary(Ordinary)
    /// An innocent customer who looks like a harvester in some way; the group that it belongs to.
    case lookAlike(LookAlike, group: Int)
    /// A reseller's pooled account; whether it also harvests.
    case relay(harvests: Bool)
    /// An account of a campaign's pool.
    case harvester(Campaign.Kind, pool: Int, place: Int)

    /// Ordinary customers.
    enum Ordinary: CaseIterable, Sendable {
        /// A person who chats.
        case person
        /// A person in a family or agency that pays together.
        case household
        /// A small application with one fixed instruction.
        case application
        /// An application that several accounts of one agency run.
        case agency
        /// A program with tools of its own.
        case agent
        /// A developer with an editor's assistant.
        case developer
        /// A short burst of use: a deadline, a trial, a weekend's project.
        case burst
    }
}

/// The benign look-alikes, by the ids of the truth.
enum LookAlike: String, CaseIterable, Sendable {
    case academicEval = "academic_eval"
    case labellingVendor = "labelling_vendor"
    case singleDomainChatbot = "single_domain_chatbot"
    case ciAgents = "ci_agents"
    case llmJudgeCI = "llm_judge_ci"
    case legalBatch = "legal_batch"
    case fixedSystemPrompt = "fixed_system_prompt"
    case universityNAT = "university_nat"
    case ownFinetune = "own_finetune"
    case publicCodingClient = "public_coding_client"
}

extension Role {
    /// How many exchanges such an account makes in the whole period, before the log is scaled to the size asked for.
    func naturalCount(_ regime: Campaign.Regime?, _ random: inout SeededRandom) -> Double {
        switch self {
        case .ordinary(.person), .ordinary(.household): random.logNormal(median: 110, spread: 1)
        case .ordinary(.application), .ordinary(.agency): random.logNormal(median: 400, spread: 1)
        case .ordinary(.agent), .ordinary(.developer): random.logNormal(median: 360, spread: 0.9)
        case .ordinary(.burst): random.logNormal(median: 190, spread: 0.8)
        case .lookAlike(.universityNAT, _): random.logNormal(median: 120, spread: 0.7)
        case .lookAlike(.publicCodingClient, _): random.logNormal(median: 260, spread: 0.9)
        case .lookAlike: random.logNormal(median: 420, spread: 0.8)
        case .relay: random.logNormal(median: 900, spread: 0.5)
        case .harvester(let kind, _, _):
            switch regime ?? kind.regime {
            case .loud: random.logNormal(median: 690, spread: 0.4)
            case .quiet: random.logNormal(median: 280, spread: 0.6)
            }
        }
    }
}
