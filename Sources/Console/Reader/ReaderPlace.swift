import Evidence
import EvidenceCache
import Feed
import HostileText

/// What a reader shows.
enum ReaderPlace: Hashable, Sendable {
    /// A conversation.
    case conversation(ConversationID)
    /// The conversation that an exchange is in, opened at that exchange.
    case exchange(ExchangeID)
    /// The newest conversation of an account.
    case newest(AccountID)
}

/// A conversation as it is read: its exchanges, and where it stands among those of its account.
struct ReadConversation: Sendable {
    var id: ConversationID?
    var account: AccountID
    /// Its exchanges in order of time, at most ``Wanted/most``.
    var turns: [CachedExchange]
    /// How many exchanges it has.
    var turnCount: Int
    /// How many of them come before the first that is here.
    var before = 0
    /// Its number among those of its account, from 1, oldest first.
    var number: Int
    /// How many conversations the account has.
    var of: Int
    /// The one before and the one after, in time.
    var previous: ConversationID?
    var next: ConversationID?
    /// The templates that its exchanges were made from.
    var templates: [TemplateID: Template]
    /// The exchange that was asked for.
    var focus: ExchangeID?

    /// How many exchanges are read at most.
    static let most = 200
}

/// Asks for a conversation.
struct ConversationReading: Question {
    var place: ReaderPlace
    var analyst: UntrustedText
    /// Whether the neighbours and the number are wanted too; a preview needs neither.
    var isWhole = true
    /// How many exchanges the conversation has, where that is known already.
    var turnCount = 0

    /// How many exchanges are read: a preview needs few.
    var limit: Int { isWhole ? ReadConversation.most : 12 }

    func answer(from cache: EvidenceCache, now: Instant) throws -> ReadConversation {
        switch place {
        case .conversation(let id): return try conversation(id, focus: nil, in: cache, now)
        case .newest(let account):
            let page = try cache.conversations(
                of: .account(account), PageRequest(sort: .time, limit: 1), for: viewer(now))
            guard let row = page.rows.first else {
                throw Problem("no conversation of \(SafeText(account.text, limit: 60).description) is in the cache")
            }
            return try conversation(row.conversation.id, focus: nil, in: cache, now)
        case .exchange(let id):
            guard let found = try cache.exchange(id) else {
                throw Problem("there is no exchange \(SafeText(id.text, limit: 60).description) in the cache")
            }
            if let conversation = found.document.exchange.conversation {
                return try self.conversation(conversation, focus: found, in: cache, now)
            }
            return try reading(nil, [found], focus: id, in: cache, now)
        }
    }

    private func viewer(_ now: Instant) -> Viewer { Viewer(analyst: analyst, now: now) }

    private func conversation(
        _ id: ConversationID, focus: CachedExchange?, in cache: EvidenceCache, _ now: Instant
    ) throws -> ReadConversation {
        let turns = try cache.turns(of: id, limit: limit)
        let focusID = focus?.document.exchange.id
        let place = turns.firstIndex { $0.document.exchange.id == focusID }
        // One that is far down a long conversation is read with those that follow it.
        guard let focus, turns.count == limit, (place ?? limit) > 3 * limit / 4 else {
            return try reading(id, turns, focus: focusID, in: cache, now)
        }
        var later = try reading(id, try cache.turns(of: id, from: focus, limit: limit), focus: focusID, in: cache, now)
        later.before = try cache.countTurns(of: id, before: focus)
        later.turnCount = max(later.turnCount, later.before + later.turns.count)
        return later
    }

    private func reading(
        _ id: ConversationID?, _ turns: [CachedExchange], focus: ExchangeID?, in cache: EvidenceCache, _ now: Instant
    ) throws -> ReadConversation {
        guard let first = turns.first?.document.exchange else {
            let name = id.map { SafeText($0.text, limit: 60).description } ?? ""
            throw Problem("no exchange of conversation \(name) is in the cache")
        }
        var reading = ReadConversation(
            id: id, account: first.account, turns: turns, turnCount: max(turnCount, turns.count), number: 0, of: 0,
            templates: [:],
            focus: focus)
        for template in Set(turns.compactMap(\.document.template)) {
            reading.templates[template] = try cache.template(template)
        }
        if isWhole, let id { try locate(&reading, id, in: cache, now) }
        return reading
    }

    /// Finds the conversation's number and its neighbours, by time.
    private func locate(
        _ reading: inout ReadConversation, _ id: ConversationID, in cache: EvidenceCache, _ now: Instant
    ) throws {
        let start = reading.focus == nil ? reading.turns.first : try cache.turns(of: id, limit: 1).first
        guard let at = start?.document.exchange.at else { return }
        let scope = Scope.account(reading.account)
        let far = Instant(milliseconds: .max / 4)
        let past = Brush(from: Instant(milliseconds: 0), to: at)
        let viewer = viewer(now)
        reading.number = 1 + (try cache.countConversations(of: scope, in: past, for: viewer))
        reading.of = try cache.countConversations(of: scope, for: viewer)
        let later = try cache.conversations(
            of: scope, in: Brush(from: at, to: far), PageRequest(sort: .time, isDescending: false, limit: 12),
            for: viewer
        ).rows.map(\.conversation)
        if let place = later.firstIndex(where: { $0.id == id }) {
            reading.turnCount = max(reading.turns.count, later[place].turns)
            if place + 1 < later.count { reading.next = later[place + 1].id }
        }
        let earlier = try cache.conversations(
            of: scope, in: Brush(from: Instant(milliseconds: 0), to: at + 1), PageRequest(sort: .time, limit: 12),
            for: viewer
        ).rows.map(\.conversation.id)
        if let place = earlier.firstIndex(of: id), place + 1 < earlier.count { reading.previous = earlier[place + 1] }
    }
}

/// Asks for exchanges that were made from a template by others than an account; by itself where nobody else did.
struct SameTemplate: Question {
    var template: TemplateID
    var account: AccountID

    /// How many are gone through.
    static let most = 60

    func answer(from cache: EvidenceCache, now: Instant) throws -> [ExchangeID] {
        let others = try cache.exchanges(from: template, except: account, limit: Self.most)
        return others.isEmpty ? try cache.exchanges(from: template, limit: Self.most) : others
    }
}
