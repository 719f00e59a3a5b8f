/// What people ask in a chat, as patterns.
enum Questions {
    /// First messages.
    static let first = [Pattern](
        lines: """
            {How do I|How can I|What's the best way to|Any idea how to} <goal> {if|when} {my|the} <thing> <problem>?
            My <thing> <problem>. {What should I do|What would you try first|Is that normal|Should I worry}?
            {Can|Could} you help me <goal>? {It's about|We are talking about|The subject is} a <thing>{ and a <other>|}.
            {Explain|Tell me about} <thing> {in plain words|for a beginner|like I'm twelve|without jargon}{, please|}.
            What is the difference between <thing> and <other>?
            {Is it|Would it be} {a bad idea|better|worth it|safe} to <goal> {before|after|during} <month>?
            {Write|Draft} {a short|a friendly|a formal|an honest} {note|message|email|post} about {my|our} <thing> {to|for} <person>.
            I want to <goal>, {but|only} the <thing> <problem>. {Ideas?|Any suggestions?|What am I missing?}
            {Give me|I need|List} <small> {ideas|tips|examples|options} {for|about} <thing>{ under <money>|}.
            {Why|Any reason why} {does a|would a} <thing> {cost so much|take so long|matter|fail} {in|around} <city>?
            {Compare|Which is better:} <thing> {and|or} <other>{ for a family of <small>| for someone on a budget|}?
            {Rewrite|Improve|Shorten} this: "<sentence>"
            {Translate|Put} this into <language>: "<sentence>"
            {What|Which} <thing> would you {pick|recommend|buy} {for|in} <city> {this|next} <month>?
            {Plan|Make a plan} {so that we can <goal>|to <goal>} {in|within} <small> {days|weeks|steps}.
            {Summarise|Sum up} {what I should know about|the pros and cons of|the history of} <thing>.
            {Is there|Do you know} a {rule of thumb|formula|checklist} for <thing>?
            {I read that|Someone told me} a <thing> <problem> {when it is new|in winter|after <small> years}. {True?|Is that right?|Really?}
            My {neighbour|sister|boss|teacher|colleague} {says|insists} that <thing> {is better than|replaces|ruins} <other>. {Who is right?|Thoughts?}
            {Help me|I have to} {choose|decide} between <thing> and <other>{, I live in <city>|, money is tight|}.
            {What do|How do} people in <city> {usually|normally} <goal>?
            {Act as|Pretend you are} {a coach|an expert|a patient teacher|a critic} and {ask me questions about|quiz me on} <thing>.
            {Turn|Change} {these notes|this} into {a table|bullet points|a paragraph}: <notes>
            {Proofread|Check} {this|my text}: <letter>
            how much <thing> do I need for <number> people
            what happens if a <thing> <problem>
            {quick question|hi|hey}, {my|our} <thing> <problem> since <weekday>{, no idea why|}
            {Name|Suggest} {a title|a slogan|a name} for {a|my} <thing> {project|blog|business|club}.
            {Who|What} {invented|made|started} the <thing>, and {when|why}?
            {I'm|We are} {moving to|visiting|starting in} <city> in <month>. {What about|Do I need} {a|the} <thing>?
            {Calculate|Work out} {the cost of|how long it takes for} a <thing> at <money> {a month|a day|each} for <number> {days|months|people}.
            {Here is what I have so far|My draft}: <letter> {Does it|Would you say it} {make sense|sound polite|need more detail}?
            {Is|Was} <thing> {ever|really} {used|needed} {in|before} <year>?
            {Make|Create} a {quiz|crossword clue list|shopping list|timetable} about <thing>{ with <number> entries|}.
            {Convert|Change} <number> {miles|pounds|litres|degrees} {for|in} {my|a} <thing> {recipe|log|plan}{, roughly|}.
            {I feel|I am} {stuck|tired|unsure|annoyed} because {my|the} <thing> <problem>. {Talk me through it|What now}?
            {Tell me a joke|Write a limerick|Write a poem} about {a|my} <thing>{ and a <other>|}.
            {Can|May} I {claim|return|repair|refuse} a <thing> {that <problem>|after <small> weeks} in <city>?
            """)

    /// What a person says next in the same conversation.
    static let next = [Pattern](
        lines: """
            {and|And} {what about|how about} {the|a} <other>?
            {Thanks|ok|Great|hm}{,|.} {can you make it shorter|shorter please|one sentence please|more detail on the second point}
            {That|this} {did not work|doesn't help|is not what I meant}, {the <thing> still <problem>|it's about the <other>|try again}
            {Why|how} {is that|so|come}?
            {Could you|please} {give an example|say it in <language>|put that in a table|sort it by price}
            {What if|and if} {I only have <small> days|it rains|the <other> <problem>|money is short}?
            {I forgot to say|by the way}: {it has to be|should be} {under <money>|ready by <weekday>|vegetarian|for children}
            {Perfect|nice|super}, {now|next} {write|draft} {the email|a list|the second part}
            {Are you sure|really}? {I read|my friend says} {the opposite|that <other> is better}
            {Ok and|so} {which|what} would you {choose|do first}?
            {Change|replace} the part about <other>{, keep the rest|}
            thank you{ very much|!|, that's all|}
            """)

    /// What comes before the question, sometimes.
    static let context = [Pattern](
        lines: """
            {I've|I have} been {dealing with|working on|reading about} {a|my} <thing> for {about |}<number> {days|weeks|months}.
            {We live|I work} in <city> {with <small> others|since <year>|near the river}.
            {Last|This} <weekday> {my|our} <other> <problem>{, too|}.
            {My budget is|I can spend} {about|at most} <money>.
            {I already|So far I} {tried|looked at|asked <person> about} {another|the usual|a cheaper} <other>{, no luck|}.
            {It is|This is} for {my mother|a friend|our club|work|school|<person>}.
            {For context|Background}: {the <thing> is from <year>|we are <small> people|I'm new to this}.
            """)

    /// What comes after it, sometimes.
    static let closing = [Pattern](
        lines: """
            {Thanks|Thank you|Cheers}{ in advance|!|.|}
            {Please|pls} {keep it short|be honest|don't sugarcoat|answer in <small> sentences}.
            {I need it|It's due} {by <weekday>|today|before lunch}.
            {No|Without} {tables|bullet points|emojis}{, please|}.
            """)
}
