import Evidence
import EvidenceCache
import HostileText
import TextUI

/// A list of the conversations of a scope, loaded page by page; the timeline and the list of an account both hold one.
struct ConversationList: Sendable {
    /// What is listed.
    private(set) var wanted: ConversationOrder
    /// The rows, and where the list stands.
    private(set) var list = PagedList<ConversationRow>()
    /// The conversation that the cursor shall be on when the first page comes.
    var anchor: ConversationID?
    /// Why there are no rows.
    private(set) var problem: Problem?
    /// What its questions are asked for, so that two lists of one screen do not take each other's place.
    private let pageSlot: String
    private let countSlot: String

    private static let pageSize = 80

    init(_ wanted: ConversationOrder, slot: String = "conversations") {
        self.wanted = wanted
        pageSlot = slot
        countSlot = slot + "-count"
    }

    /// The conversation under the cursor.
    var focus: ConversationRow? { list.focus }

    /// How many there are in all, once that is known.
    var total: Int? { list.total }

    /// Asks for the beginning of the list, or for the part around the conversation that the cursor was on.
    mutating func load(_ new: ConversationOrder? = nil) -> Response {
        if let new, new != wanted {
            wanted = new
            anchor = list.focus?.conversation.id ?? anchor
            list.total = nil
        } else if let focus = list.focus {
            anchor = focus.conversation.id
        }
        return Response([
            .ask(page(list.anchor.map { .from($0) } ?? .first, replaces: true), slot: pageSlot),
            .ask(ConversationCount(order: wanted), slot: countSlot),
        ])
    }

    private func page(_ start: PageStart, replaces: Bool) -> ConversationPage {
        ConversationPage(order: wanted, start: start, limit: Self.pageSize, replaces: replaces)
    }

    /// Moves by an action, and asks for what comes into view.
    ///
    /// - Returns: `nil` if the action is not one of moving.
    mutating func move(_ action: Action, height: Int) -> Response? {
        switch action {
        case .moveFirst:
            if list.offset == 0 {
                list.go(to: 0, height: height)
                return Response()
            }
            return .ask(page(.first, replaces: true), slot: pageSlot)
        case .moveLast:
            if list.offset + list.rows.count >= list.count {
                list.go(to: list.count - 1, height: height)
                return Response()
            }
            return .ask(page(.last, replaces: true), slot: pageSlot)
        default:
            guard list.move(action, height: height) else { return nil }
            return more(height: height)
        }
    }

    private func more(height: Int) -> Response {
        guard list.isLoaded, let start = list.missing(height: height) else { return Response() }
        return .ask(page(start, replaces: false), slot: pageSlot)
    }

    /// Takes in an answer.
    ///
    /// - Returns: `nil` if it is not one of this list's.
    mutating func receive(_ answer: Answer, height: Int) -> Response? {
        guard answer.slot == pageSlot || answer.slot == countSlot else { return nil }
        if let problem = answer.problem {
            self.problem = problem
            return Response()
        }
        if let (question, count) = answer.reply(to: ConversationCount.self), question.order == wanted {
            list.total = count
        }
        guard let (question, page) = answer.reply(to: ConversationPage.self), question.order == wanted else {
            return Response()
        }
        problem = nil
        guard question.replaces else {
            list.extend(with: page, for: question.start, limit: question.limit, height: height)
            return Response()
        }
        place(page, question, height: height)
        return more(height: height)
    }

    private mutating func place(_ page: Page<ConversationRow>, _ question: ConversationPage, height: Int) {
        let isShort = page.rows.count < question.limit
        switch question.start {
        case .first:
            if anchor == nil { list.position = ListPosition() }
            list.replace(with: page, before: 0, reachesEnd: isShort, height: height) { $0.conversation.id == anchor }
        case .last:
            let before = max(0, (list.total ?? page.rows.count) - page.rows.count)
            list.position.cursor = before + page.rows.count - 1
            list.replace(with: page, before: before, reachesEnd: true, height: height) { _ in false }
        default:
            let before = list.offset
            list.replace(with: page, before: before, reachesEnd: isShort, height: height) {
                $0.conversation.id == anchor
            }
        }
        anchor = nil
    }
}

/// Which conversations are listed, and in what order.
struct ConversationOrder: Hashable, Sendable {
    var whose: Whose
    var brush: Brush?
    var sort = ConversationSort.time
    var isDescending = false
    var analyst: UntrustedText

    func viewer(_ now: Instant) -> Viewer { Viewer(analyst: analyst, now: now) }
}

/// A part of a list of conversations.
struct ConversationPage: Question {
    var order: ConversationOrder
    var start: PageStart
    var limit: Int
    /// Whether the rows take the place of those loaded.
    var replaces: Bool

    func answer(from cache: EvidenceCache, now: Instant) throws -> Page<ConversationRow> {
        try cache.conversations(
            of: order.whose.scope(for: order.viewer(now)), in: order.brush,
            PageRequest(sort: order.sort, isDescending: order.isDescending, start: start, limit: limit),
            for: order.viewer(now))
    }
}

/// How many conversations a list has.
struct ConversationCount: Question {
    var order: ConversationOrder

    func answer(from cache: EvidenceCache, now: Instant) throws -> Int {
        try cache.countConversations(
            of: order.whose.scope(for: order.viewer(now)), in: order.brush, for: order.viewer(now))
    }
}
