import Evidence
import HostileText
import TextUI

extension Model {
    /// Takes a key while a line is being typed. Nothing global fires meanwhile.
    mutating func typeIntoEntry(_ key: Key) -> [Work] {
        guard var entry else { return [] }
        switch key {
        case .escape, .control("c"):
            self.entry = nil
            if case .filter(let before) = entry.purpose { return apply(filter: before) }
            return []
        case .enter:
            return finish(entry)
        case .up, .down, .control("p"), .control("n"):
            entry.step(back: key == .up || key == .control("p"))
            entry.problem = nil
            self.entry = entry
            return changed(entry)
        case .tab:
            entry.complete()
            self.entry = entry
            return changed(entry)
        default:
            guard entry.field.take(key) else { return [] }
            entry.problem = nil
            self.entry = entry
            return changed(entry)
        }
    }

    /// A filter works as it is typed, as far as it can be read.
    private mutating func changed(_ entry: Entry) -> [Work] {
        guard case .filter = entry.purpose else { return [] }
        do {
            _ = try Filter(parsing: entry.field.text)
            return apply(filter: entry.field.text)
        } catch {
            self.entry?.problem = EntryProblem(error.sentence, at: error.place)
            return []
        }
    }

    private mutating func apply(filter: String) -> [Work] {
        changeTop { screen, context in screen.apply(filter: filter, context) }
    }

    private mutating func finish(_ entry: Entry) -> [Work] {
        let text = entry.field.text
        switch entry.purpose {
        case .filter:
            if entry.problem != nil { return [] }
            self.entry = nil
            macro.note("filter \(text)")
            memory.note(text, in: \.filters)
            return [work(.remember(viewState)), keepMemory()]
        case .command:
            self.entry = nil
            guard !text.isEmpty else { return [] }
            memory.note(text, in: \.commands)
            return [keepMemory()] + run(command: text)
        case .sql:
            self.entry = nil
            guard !text.isEmpty else { return [] }
            memory.note(text, in: \.questions)
            return [keepMemory()] + ask(sql: text)
        case .caseTitle(let things):
            guard !text.isEmpty else {
                self.entry?.problem = EntryProblem("a case needs a title")
                return []
            }
            self.entry = nil
            return [work(.decide(.openCase(title: UntrustedText(text), with: things)))]
        case .exportDirectory(let id):
            self.entry = nil
            let directory = text.isEmpty ? world.exportDirectory : text
            notice = Notice("writing the bundle …")
            return [work(.decide(.exportCase(id, directory: directory, signingKey: world.signingKey)))]
        case .caseNote(let id):
            self.entry = nil
            return text.isEmpty ? [] : [work(.decide(.note(id, UntrustedText(text))))]
        }
    }
}

extension Entry {
    /// Completes the word before the insertion point, if just one is meant.
    mutating func complete() {
        let candidates = completions
        guard let first = candidates.first else { return }
        let shared = candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
        let start = field.cursor - wordBeforeCursor.count
        if shared.count > wordBeforeCursor.count {
            field.replace(start..<field.cursor, with: shared)
        }
    }

    /// What the word before the insertion point could become, best first.
    var completions: [String] {
        switch purpose {
        case .filter: Filter.completions(of: wordBeforeCursor)
        case .command(let words): words.completions(of: String(field.text.prefix(field.cursor)))
        case .sql: SQLWords.completions(of: wordBeforeCursor)
        default: []
        }
    }

    /// The word that ends at the insertion point.
    var wordBeforeCursor: String {
        let before = field.text.prefix(field.cursor)
        let word = before.suffix(while: { !$0.isWhitespace && $0 != "(" })
        return String(word.first == "-" ? word.dropFirst() : word)
    }
}

extension StringProtocol {
    fileprivate func suffix(while isPart: (Character) -> Bool) -> SubSequence {
        var start = endIndex
        while start > startIndex, isPart(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }

    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
