extension KeyTable {
    /// The keys as they come.
    public static let standard = KeyTable(
        rows(moving, about: .moving) + rows(deciding, about: .deciding) + rows(going, about: .going)
            + rows(gathering, about: .gathering) + rows(reading, about: .reading)
            + rows(clustering, about: .clustering) + rows(asking, about: .asking))

    private static func rows(_ rows: [Row], about subject: KeySubject) -> [Row] {
        rows.map { row in
            var row = row
            row.subject = subject
            return row
        }
    }

    private static let labelled: Set<ScreenKind> = [
        .queue, .account, .timeline, .conversations, .reader, .targets, .cluster, .clusters, .labels,
    ]
    private static let stepped: Set<ScreenKind> = [
        .queue, .account, .timeline, .conversations, .reader, .targets, .cluster,
    ]

    private static let moving = [
        row(.moveDown, "j", "down", caption: "down", "moves down"),
        row(.moveUp, "k", "up", caption: "up", "moves up"),
        row(.moveLeft, "h", "left", caption: "left", "moves left; pans a timeline"),
        row(.moveRight, "l", "right", caption: "right", "moves right; pans a timeline"),
        row(.pageDown, "pgdn", "^F", caption: "page down", "moves down a screen"),
        row(.pageUp, "pgup", caption: "page up", "moves up a screen"),
        row(.moveFirst, "g g", "home", caption: "first", "goes to the first row"),
        row(.moveLast, "G", "end", caption: "last", "goes to the last row"),
        row(
            .nextPane, "tab", caption: "pane", "goes to the next pane", footer: 24,
            in: [.timeline, .account, .cluster, .targets]),
        row(
            .previousPane, "s-tab",
            caption: "pane", "goes to the pane before", in: [.timeline, .account, .cluster, .targets]
        ),
        row(.enter, "enter", caption: "open", "opens what the cursor is on", footer: 20),
        row(.back, "esc", caption: "back", "comes back one level; never changes anything", footer: 26, in: below),
        row(.nextFlag, "n", caption: "next", "goes to the next flag of the same filter", footer: 22, in: stepped),
        row(.previousFlag, "p", caption: "previous", "goes to the flag before", in: stepped),
    ]

    private static let below = Set(ScreenKind.allCases).subtracting([.queue])

    private static let deciding = [
        row(.labelDistillation, "1", caption: "distillation", "labels it distillation", footer: 1, in: labelled),
        row(.labelRelay, "2", caption: "relay", "labels it relay: access resold to many", footer: 2, in: labelled),
        row(
            .labelMixed, "3", caption: "mixed", "labels it mixed: ordinary use that also harvests", footer: 3,
            in: labelled),
        row(.labelBenign, "4", caption: "benign", "labels it benign", footer: 4, in: labelled),
        row(.labelResearch, "5", caption: "research", "labels it research or evaluation", footer: 5, in: labelled),
        row(.labelCompromised, "6", caption: "compromised", "labels it a compromised key", footer: 6, in: labelled),
        row(.labelUnsure, "7", caption: "unsure", "labels it unsure", footer: 7, in: labelled),
        row(.unlabel, "!", caption: "take back", "takes your label back", in: labelled),
        row(.confidence, "C", caption: "confidence", "steps the confidence of your next label", in: labelled),
        row(.undo, "u", caption: "undo", "undoes your last decision, on any screen", footer: 60),
        row(.redo, "^R", caption: "redo", "does again what was undone"),
        row(.mark, "space", caption: "mark", "marks the row for a label or a case", in: [.queue, .clusters]),
        row(.mark, "space", caption: "mark", "marks an account; P then says why two are together", in: [.cluster]),
        row(.markRange, "V", caption: "range", "marks from the last mark to here", in: [.queue]),
        row(.markAll, "*", caption: "all", "marks all rows of the filter, or none", in: [.queue]),
    ]

    private static let going = [
        row(.goQueue, "g q", caption: "queue", "goes to the queue"),
        row(.goAccount, "g a", caption: "account", "goes to the account under the cursor"),
        row(.goClusters, "g c", caption: "clusters", "goes to the clusters"),
        row(.goTargets, "g t", caption: "targets", "goes to the targets of all traffic"),
        row(.goLabels, "g l", caption: "labels", "goes to the labels"),
        row(.goCases, "g k", caption: "cases", "goes to the cases"),
        row(.goSync, "g s", caption: "sync", "goes to the state of the cache"),
        row(.goActivity, "g h", caption: "activity", "goes to the activity log"),
        row(
            .timeline, "t", caption: "timeline", "opens the timeline", footer: 30,
            in: [.queue, .account, .targets, .cluster, .clusters, .case, .labels]),
        row(
            .cluster, "c", caption: "cluster", "opens the cluster", footer: 32,
            in: [.queue, .account, .timeline, .targets, .reader, .conversations]),
        row(
            .targets, "o", caption: "targets", "opens the capability targets", footer: 34,
            in: [.queue, .account, .timeline, .cluster, .clusters, .case, .labels]),
        row(
            .related, "i", caption: "related", "shows who shares values, and how rare they are", in: [.queue, .account]),
        row(.conversations, "w", caption: "conversations", "lists the conversations", footer: 36, in: [.account]),
    ]

    private static let gathering = [
        row(.addToCase, "a", caption: "case", "puts it into a case", footer: 50, in: labelled),
        row(.newCase, "N", caption: "new case", "opens a new case", footer: 20, in: [.cases]),
        row(.export, "X", caption: "export", "writes the case as a signed bundle", footer: 52, in: [.cases, .case]),
        row(.removeItem, "d", caption: "take out", "takes the item out of the case", footer: 54, in: [.case]),
        row(.writeNote, "m", caption: "note", "writes a note into the case", footer: 50, in: [.case]),
        row(.closeCase, "D", caption: "close", "closes the case: it stays as it is", in: [.case]),
        row(.history, "H", caption: "history", "shows what was decided and when", in: labelled),
        row(
            .reveal, "v", caption: "reveal", "shows everybody's labels of it; the log says that you looked",
            in: labelled.subtracting([.labels])),
        row(
            .reveal, "v", caption: "everybody",
            "shows everybody's labels, and how far analysts agree; the log says that you looked", footer: 21,
            in: [.labels]),
        row(.pinEvidence, "e", caption: "pin", "pins the exchange to your next label of its account", in: [.reader]),
        row(.copy, "y", caption: "copy", "copies the focused id", in: labelled),
        row(
            .copyView, "Y", caption: "copy view", "copies the command that opens this very view"
        ),
    ]

    private static let reading = [
        row(.zoomIn, "+", "=", caption: "zoom", "halves the time shown", footer: 10, in: [.timeline]),
        row(.zoomOut, "-", caption: "zoom", "doubles the time shown", in: [.timeline]),
        row(.brush, "b", caption: "brush", "starts and ends a brush", footer: 11, in: [.timeline]),
        row(.stack, "s", caption: "stack", "stacks by target or by model", footer: 12, in: [.timeline]),
        row(.scale, "L", caption: "log", "draws heights in proportion or by logarithm", in: [.timeline]),
        row(
            .beside, "B", caption: "beside",
            "shows two accounts in step: this one and its strongest link, or two marked",
            in: [.timeline, .account]),
        row(
            .brush, "b", caption: "brush", "selects the accounts of a rectangle of the matrix",
            footer: 58, in: [.cluster]),
        row(.nextBurst, "]", caption: "burst", "goes to the next burst", footer: 13, in: [.timeline]),
        row(.previousBurst, "[", caption: "burst", "goes to the burst before", in: [.timeline]),
        row(.nextMatch, "}", caption: "match", "goes to the next match", footer: 14, in: [.reader, .timeline]),
        row(.previousMatch, "{", caption: "match", "goes to the match before", in: [.reader, .timeline]),
        row(
            .nextExchange, "]", caption: "exchange", "goes to the next exchange of the conversation", footer: 13,
            in: [.reader]),
        row(.previousExchange, "[", caption: "exchange", "goes to the exchange before", in: [.reader]),
        row(
            .templateView, "s", caption: "slots", "marks the template: its fixed text and its slots", footer: 15,
            in: [.reader]),
        row(
            .sameTemplate, "T", caption: "same template",
            "goes through exchanges of the same template, whoever made them",
            footer: 17, in: [.reader]),
        row(
            .codePoints, "x", caption: "code points", "shows hidden characters by code point", footer: 16, in: [.reader]
        ),
        row(
            .sort, "s",
            caption: "sort", "sorts by the next column", footer: 56,
            in: [.queue, .clusters, .cluster, .conversations, .labels]
        ),
        row(.reverseSort, "S", caption: "turn", "turns the order round", in: [.queue, .clusters, .cluster, .labels]),
        row(
            .fold, "z", caption: "fold", "shows a cluster in place of its flagged members, or all again", footer: 57,
            in: [.queue]),
        row(
            .fold, "z", caption: "every event", "lists every event, or only the labels that hold", footer: 57,
            in: [.labels]),
    ]

    private static let clustering = [
        row(
            .exception, "x", caption: "exception", "leaves the account out of the label, or takes it back in",
            footer: 8, in: [.cluster]),
        row(
            .lookNext, "L", caption: "look", "opens the next of 5 members to look at before you label all",
            footer: 9, in: [.cluster]),
        row(
            .drawAs, "M", caption: "draw as", "draws it as web, columns, dots, matrix or list, in turn",
            footer: 25, in: [.cluster]),
        row(
            .expand, "E", caption: "expand", "draws more members of the group under the cursor by name", footer: 40,
            in: [.cluster]),
        row(.fold, "z", caption: "fold", "puts members that have the same back into a group", in: [.cluster]),
        row(
            .mute, "m", caption: "mute", "says that the shared value is not related, or hears it again", footer: 42,
            in: [.cluster]),
        row(.whyTogether, "P", caption: "path", "says why two accounts are together", footer: 44, in: [.cluster]),
        row(.pinNode, "e", caption: "pin", "keeps what the cursor is on in the drawing", in: [.cluster]),
        row(
            .zoomGraph, "+", "=", caption: "zoom", "makes the drawing larger around the cursor", footer: 46,
            in: [.cluster]),
        row(.widenGraph, "-", caption: "zoom", "makes the drawing smaller", in: [.cluster]),
    ]

    private static let asking = [
        row(
            .filter, "/", caption: "filter", "filters, in one language everywhere", footer: 54,
            in: [.queue, .clusters, .timeline, .targets, .conversations, .labels]),
        row(.sql, ";", caption: "SQL", "asks the cache in SQL, read-only"),
        row(.savedViews, "g v", caption: "views", "goes to a saved view; :save NAME keeps the one that is open"),
        row(.recordMacro, "Q", caption: "record", "records what you do next as a macro, and ends it"),
        row(.playMacro, "@", caption: "play", "plays the last macro from where the cursor is"),
        row(.command, ":", caption: "command", "runs any command by name", footer: 92),
        row(.help, "?", caption: "keys", "shows the keys of this screen", footer: 90),
        row(.refresh, "^L", caption: "redraw", "draws the screen anew"),
        row(.quit, "q", caption: "quit", "leaves; everything is kept", footer: 94, in: [.queue]),
        row(.interrupt, "^C", caption: "leave", "leaves from any screen; everything is kept"),
    ]

    private static func row(
        _ action: Action, _ spellings: String..., caption: String, _ help: String, footer: Int? = nil,
        in places: Set<ScreenKind> = []
    ) -> Row {
        Row(
            action: action, chords: spellings.compactMap(KeyChord.init), places: places, caption: caption, help: help,
            footer: footer)
    }
}
