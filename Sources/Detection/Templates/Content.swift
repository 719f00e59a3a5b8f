import Evidence
import HostileText

/// What is said in the exchanges: the distinct texts of both parts and the templates that they are made from.
struct Content {
    /// The fixed instructions.
    let systems: TextTable
    /// The users' last messages.
    let prompts: TextTable
    /// The templates of the fixed instructions.
    let systemTemplates: TemplateMiner
    /// The templates of the users' messages.
    let promptTemplates: TemplateMiner
    private let systemIDs: [TemplateID]
    private let promptIDs: [TemplateID]

    /// Mines all texts.
    init(systems: TextTable, prompts: TextTable) {
        self.systems = systems
        self.prompts = prompts
        (promptTemplates, systemTemplates) = Parallel.both({ TemplateMiner(prompts) }, { TemplateMiner(systems) })
        systemIDs = systemTemplates.templates.map(Self.id)
        promptIDs = promptTemplates.templates.map(Self.id)
    }

    private static func id(of template: TemplateMiner.Mined) -> TemplateID {
        TemplateID("T-" + StableHash.hexadecimal(template.hash))
    }

    /// The template of an exchange's prompt; −1 for none.
    func promptTemplate(at place: Int) -> Int32 {
        let text = prompts.textOf[place]
        return text < 0 ? -1 : promptTemplates.templateOf[Int(text)]
    }

    /// The template of an exchange's fixed instruction; −1 for none.
    func systemTemplate(at place: Int) -> Int32 {
        let text = systems.textOf[place]
        return text < 0 ? -1 : systemTemplates.templateOf[Int(text)]
    }

    /// The content that accounts may share through an exchange: templates of prompts, spans of fixed instructions.
    func values(at place: Int) -> [Gathering.ContentValue] {
        let prompt = prompts.textOf[place]
        let system = systems.textOf[place]
        return (prompt < 0 ? [] : promptTemplates.templatesOf[Int(prompt)]).map {
            Gathering.ContentValue(kind: .template, number: $0)
        }
            + (system < 0 ? [] : systemTemplates.templatesOf[Int(system)]).map {
                Gathering.ContentValue(kind: .span, number: $0)
            }
    }

    /// How many of these exchanges say what. O(places), and the templates of each distinct text.
    func uses(in places: Range<Int>) -> [Gathering.ContentValue: Int] {
        var uses: [Gathering.ContentValue: Int] = [:]
        for place in places where prompts.textOf[place] >= 0 || systems.textOf[place] >= 0 {
            for value in values(at: place) { uses[value, default: 0] += 1 }
        }
        return uses
    }

    /// The id of a template, by which an indicator is named too.
    func templateID(_ number: Int32, kind: Indicator.Kind) -> TemplateID {
        (kind == .span ? systemIDs : promptIDs)[Int(number)]
    }

    /// The indicator of a template, its length in words, and that with what nearly always comes with it.
    func name(
        of number: Int32, kind: Indicator.Kind
    ) -> (id: IndicatorID, value: UntrustedText, words: Double, withCompany: Double) {
        let template = templateID(number, kind: kind)
        let mined = (kind == .span ? systemTemplates : promptTemplates).templates[Int(number)]
        let id = IndicatorID("\(kind.rawValue):" + template.text.verbatim.dropFirst(2))
        return (id, template.text, mined.length, mined.length + mined.company)
    }
}
