import CaseBundle
public import Evidence
public import EvidenceCache
import Foundation

/// Something that a screen asks of the cache, as a value: tests check what was asked, and no cache is needed for it.
public protocol Question: Sendable, Hashable {
    /// What comes back.
    associatedtype Reply: Sendable
    /// Answers it. Called off the main thread; reads only.
    func answer(from cache: EvidenceCache, now: Instant) throws -> Reply
}

/// What came back for a question.
public struct Answer: Sendable {
    /// The slot that it was asked for.
    public let slot: String
    /// The question.
    public let question: any Question
    /// The reply, or why there is none.
    public let result: Result<any Sendable, Problem>
    /// The moment that it is about; `nil` is the present.
    public let past: PastView?

    /// Makes an answer.
    public init(slot: String, question: any Question, result: Result<any Sendable, Problem>, past: PastView? = nil) {
        self.slot = slot
        self.question = question
        self.result = result
        self.past = past
    }

    /// The reply, if this is the answer to such a question and it went well.
    public func reply<Asked: Question>(to type: Asked.Type) -> (question: Asked, reply: Asked.Reply)? {
        guard let asked = question as? Asked, case .success(let value) = result, let reply = value as? Asked.Reply
        else { return nil }
        return (asked, reply)
    }

    /// Why there is no reply.
    public var problem: Problem? {
        if case .failure(let problem) = result { return problem }
        return nil
    }
}

/// Why something could not be done, as a sentence for the screen.
public struct Problem: Error, Hashable, Sendable {
    /// What happened, and what to do next.
    public var sentence: String

    /// Makes a problem.
    public init(_ sentence: String) {
        self.sentence = sentence
    }

    /// The problem behind an error, whatever layer threw it.
    public init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let problem as CacheProblem: sentence = problem.sentence
        case let problem as FilterProblem: sentence = problem.sentence
        case let problem as ViewStateProblem: sentence = problem.sentence
        case let problem as SQLProblem: sentence = problem.sentence
        case let problem as ExportProblem: sentence = problem.sentence
        case let problem as RedactionProblem: sentence = problem.sentence
        case let problem as SignatureProblem: sentence = problem.sentence
        default: sentence = error.localizedDescription
        }
    }
}

/// Something that is asked for and may come: never three optionals.
public enum Loaded<Value: Sendable>: Sendable {
    /// Nothing was asked yet.
    case idle
    /// The answer is awaited.
    case loading
    /// The answer.
    case ready(Value)
    /// Why there is none.
    case failed(Problem)

    /// The value, if it has come.
    public var value: Value? {
        if case .ready(let value) = self { return value }
        return nil
    }
}
