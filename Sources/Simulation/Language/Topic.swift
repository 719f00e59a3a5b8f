/// Something that people write about.
struct Topic: Sendable {
    /// Things, as a noun phrase without an article.
    var things: [String]
    /// What goes wrong, as "it …".
    var problems: [String]
    /// What people want, as an infinitive without "to".
    var goals: [String]

    /// Reads `things | problems | goals`, each separated by commas.
    init(line: Substring) {
        let parts = line.split(separator: "|").map { part in
            part.split(separator: ",").map { String($0).trimmed }
        }
        things = parts[0]
        problems = parts[1]
        goals = parts[2]
    }

    /// All topics.
    static let all: [Topic] = source.split(separator: "\n").map(Topic.init(line:))

    private static let source = """
        sourdough starter, risotto, cast-iron pan, lentil soup, pizza dough, fish stock, pressure cooker, caramel sauce, kimchi, birthday cake, slow cooker chilli, fermented garlic | smells odd, will not rise, burns at the edges, turns out too salty, separates | bake it for eight people, freeze it for later, make it without dairy, halve the recipe
        tomato plants, compost heap, lawn, apple tree, raised bed, greenhouse, rose bush, balcony herbs, drip irrigation, hedge, potato bed, lemon tree | has yellow leaves, is full of snails, never flowers, rots at the roots, dries out by noon | prune it before winter, move it to a pot, grow it from seed, keep deer away
        train trip, night bus, visa, youth hostel, hiking map, travel insurance, ferry timetable, camper van, layover, rail pass, lost suitcase, city tour | was cancelled, costs twice as much now, is sold out, does not fit the dates, needs a printed copy | see it in three days, travel with a toddler, keep it under budget, avoid flying
        rental contract, deposit, landlord, heating bill, moving company, shared flat, mould in the bathroom, parking space, noise complaint, inventory list, sublet, utility meter | was never returned, went up by a third, is missing a signature, is disputed, keeps coming back | end it early, write to the owner, split it fairly, document everything
        half marathon, knee brace, training plan, resting pulse, swimming technique, climbing shoes, bike fit, yoga class, protein intake, rowing machine, stretching routine, sleep tracker | hurts after a week, shows nonsense values, makes me tired, does not improve, came loose | run it under two hours, start again after an injury, train three times a week, warm up properly
        toddler, school project, bedtime routine, screen time, maths homework, birthday party, reading habit, nursery place, allergy, sibling quarrel, swimming lesson, school bus | takes forever, ends in tears, was refused, clashes with work, makes everybody late | explain it to a six year old, make it fun, agree on rules, plan it for Saturday
        pension plan, index fund, mortgage, tax return, household budget, emergency savings, credit score, inheritance, exchange rate fee, payslip, car loan, receipts | does not add up, was rejected, is higher than last year, came with a penalty, is hard to compare | pay it off sooner, compare two offers, understand the fees, plan for ten years
        cover letter, job interview, probation period, salary talk, reference letter, remote contract, career change, team lead role, notice period, portfolio site, internship, performance review | went badly, sounds stiff, has a gap, was postponed twice, got no answer | make it shorter, sound confident, say no politely, prepare in one evening
        guitar pedal, piano scales, home studio, choir rehearsal, drum loop, violin strings, vinyl player, microphone stand, mixing desk, jazz chords, ukulele, bass amplifier | hums all the time, is out of tune, clips, skips, sounds thin | record it at home, play it by ear, learn it in a month, sell it second hand
        old laptop, wireless printer, home router, smart thermostat, external drive, phone battery, keyboard layout, backup folder, dual monitor setup, mesh network, password manager, webcam | is slow, drops every hour, is not recognised, overheats, asks for a password again | set it up for my parents, wipe it safely, make it faster, move it to a new machine
        Roman aqueducts, printing press, silk road, plague of the fourteenth century, whaling ships, medieval guilds, canal building, cave paintings, early railways, potato famine, city walls, salt trade | is often misdated, left few sources, is taught wrongly, spread quickly, ended suddenly | put it on a timeline, compare it with today, find primary sources, summarise it for class
        black holes, tides, photosynthesis, plate tectonics, superconductors, bird migration, gut bacteria, volcanic glass, vaccines, glaciers, fireflies, coral reefs | seems to break the rules, was only found lately, is shrinking, confuses my students, differs by region | explain it simply, draw it as a diagram, find a good analogy, show the numbers
        short story, villain, first chapter, plot twist, haiku, stage play, dialogue, unreliable narrator, fantasy map, detective, love letter, radio drama | feels flat, drags in the middle, sounds like a cliché, has no ending, is too long | make it darker, tell it from another view, cut it by half, give it a title
        irregular verbs, subjunctive, pronunciation, vocabulary cards, language exchange, grammar test, false friends, accent, dictation, phrasal verbs, tones, word order | makes no sense, never sticks, sounds rude, is always marked wrong, has too many exceptions | practise it daily, give me ten examples, use it in a letter, pass the exam in June
        wedding speech, guest list, retirement party, anniversary gift, seating plan, thank-you card, band for the evening, invitation, family reunion, toast, photo album, menu | is far too long, offended somebody, is not ready, has to change, got lost in the post | keep it under two minutes, make people laugh, write it in rhyme, send it by Friday
        leaking tap, wooden floor, bathroom tiles, attic insulation, garden shed, window frame, light switch, radiator, door hinge, wallpaper, gutter, plasterboard | squeaks, drips at night, came off, lets in the cold, was fitted crooked | fix it without a plumber, find the right screws, paint it white, do it in a weekend
        old dog, kitten, parrot, aquarium, hamster cage, cat carrier, puppy training, flea treatment, horse stable, leash, tortoise, dog food | barks at night, will not eat, scratches the sofa, hides all day, gained weight | introduce it to a baby, keep it calm, travel with it, find a good vet
        newsletter, landing page, price list, trade fair, customer survey, slogan, product photo, loyalty card, press release, shop window, brand colours, online review | gets no clicks, looks dated, says nothing new, confuses customers, came too late | write three versions, reach younger people, cut the cost, measure it
        queue, invoice, stock count, delivery note, supplier, warehouse shelf, returns desk, price tag, barcode scanner, pallet, order form, cash register | is wrong again, arrives damaged, does not match, blocks everything, was counted twice | automate it, train a new colleague, keep a record, do it weekly
        spreadsheet, pivot table, survey data, confidence interval, regression, box plot, missing values, time series, outlier, correlation, sample size, histogram | looks wrong, has duplicates, is not significant, changes after each import, has gaps | explain it to my boss, plot it by month, clean it up, test it
        unit test, build server, merge conflict, regular expression, memory leak, date parser, web socket, sorting function, database index, config file, log rotation, race condition | fails only at night, is flaky, returns null, is too slow, breaks on Windows | rewrite it, add a test, make it thread safe, document it
        electric car, brake pads, winter tyres, roof box, clutch, driving test, bicycle chain, scooter, dashboard light, fuel filter, car seat, tow bar | makes a grinding noise, comes on at random, wears out quickly, rattles, leaks | replace it myself, sell it privately, drive to the coast, get it inspected
        headache diary, blood pressure, antihistamine, back pain, dental crown, hearing test, iron tablets, migraine, physiotherapy, eye drops, vaccination card, sprained ankle | got worse, comes every spring, keeps me awake, has side effects, does not help | ask the right questions, prepare for the appointment, know when to worry, keep track of it
        board game, chess opening, crossword, role-playing campaign, jigsaw, card trick, pub quiz, escape room, tournament, puzzle hunt, dungeon map, dice odds | takes too long, is unfair to beginners, has unclear rules, ends in a draw, bores the others | play it with two, design my own, win more often, explain the rules
        town council, recycling rules, cycle lane, library hours, planning permission, local election, playground, bus stop, street market, flood barrier, neighbourhood meeting, noise map | was moved, is never open, has been delayed, divides the street, lacks money | object to it, write a petition, sum up both sides, speak at the meeting
        watercolour, oil painting, film camera, pottery wheel, knitting pattern, linocut, calligraphy pen, tripod, sewing machine, embroidery, charcoal sketch, darkroom | smudges, comes out blurry, tangles, cracks in the kiln, fades | begin cheaply, choose colours, make a gift of it, show it online
        contract clause, trademark, small claims court, power of attorney, privacy notice, cookie banner, will, non-compete, warranty, data request, witness statement, licence | is ambiguous, has run out, was ignored, contradicts page two, came without notice | put it in plain words, reply in time, check it twice, know my rights
        telescope, meteor shower, star chart, eclipse, moon phase, satellite pass, light pollution, red giant, orbit, observatory, radio dish, comet | is hidden by clouds, points the wrong way, looks fuzzy, was cancelled, will not align | see it from a city, photograph it, explain it to children, compute it
        mindfulness, procrastination, friendship, shyness, grief, to-do list, morning routine, boundary, argument, loneliness, burnout, habit | keeps coming back, ruins my evenings, wears me out, feels wrong, got harder | talk about it, change one thing, be kinder to myself, start tomorrow
        heat pump, solar panel, electricity tariff, insulation grant, battery storage, smart meter, wind turbine, rain barrel, wood stove, energy label, double glazing, induction hob | costs more than planned, makes noise, was rejected, stops in frost, shows zero | work out the payback, compare offers, get a grant, size it properly
        literature review, citation style, thesis outline, supervisor, questionnaire, lab notebook, poster session, research question, peer review, abstract, appendix, ethics form | is too broad, came back with comments, is due on Monday, lacks focus, has no figures | structure it, cut two hundred words, defend it, phrase it neutrally
        school timetable, lesson plan, seating order, grading scheme, field trip, parent evening, group work, spelling test, detention, worksheet, science fair, attendance | gets out of hand, is unfair, takes all weekend, confuses the class, was copied | do it in 45 minutes, differentiate it, make it playful, mark it faster
        """
}

extension String {
    /// The text without blanks at either end.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
