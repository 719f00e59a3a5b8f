"""How the look-alikes spend their exchanges. Sources that suit a class are named; without them, any ordinary text serves."""
import clock
import network
from conversations import agent, chat
from exchanges import Request
from ordinary import Habit, geometric
from paraphrase import OPENINGS, synonyms

# Sources of a corpus that suit a class.
EXAMS = ["WizardMath/gsm8k_eval", "FlanT5-CoT/codex_decode_gsm8k", "mt-bench", "WizardMath/gsm8k_eval"]
JUDGED = "arena-hard/judge"
SUBJECTS = ["arena-hard-v0.1", "visualwebarena", "self-instruct/user_oriented", "ToolAlpaca/api_introduction",
            "ToolAlpaca/instructions", "arena-hard-v2.0"]
TRAINING_SOURCES = ["stanford_alpaca/generate_instruction", "self-instruct/instance_gen", "self-instruct/bootstrap",
                    "ToolAlpaca/api_introduction", "FlanT5-CoT/codex_decode_gsm8k"]


class Benchmark(Habit):
    """Many questions of one benchmark in one form."""

    def __init__(self, world, account, form):
        super().__init__(world, account)
        self.form = form

    def sitting(self, left):
        rng = self.world.rng
        source = rng.choice(EXAMS)
        time = self.moment(rng.choice(["work", "flat"]))
        work = self.work(wrap=lambda text: self.form.replace("{x}", text), want=source, style="steps",
                         target="general" if source == "mt-bench" else "reasoning_trace")
        self.batch(time, min(left, rng.randint(5, 40)), rng.uniform(60, 2400), lambda: work)


class Labelling(Habit):
    """A pile of texts to be marked by one of the vendor's guidelines."""

    def __init__(self, world, account, guides):
        super().__init__(world, account)
        self.guides = guides

    def sitting(self, left):
        rng = self.world.rng
        time = self.moment("work")
        guide = rng.choice(self.guides)
        self.batch(time, min(left, rng.randint(2, 15)), rng.uniform(300, 5400), lambda: self.work(
            wrap=lambda text: guide + "\n\n" + text, style=rng.choice(["score", "label", "prose"]), target="reward_grading",
            want=rng.choice([None, JUDGED])))


class OneSubject(Habit):
    """Short conversations about one thing."""

    def __init__(self, world, account, system, subject):
        super().__init__(world, account)
        self.system, self.subject = system, subject

    def sitting(self, left):
        rng = self.world.rng
        time, turns = self.moment("service"), min(left, geometric(rng, 1.8))
        want = self.subject if rng.random() < .8 else None
        user = "u-" + network.digest(self.account.id, rng.randrange(40))[:8] if self.account.names_users else None
        chat(self.world, self.account, time, turns,
             self.work(system=self.system, want=want, user=user, length=rng.lognormvariate(4.7, .5)))


class NightAgents(Habit):
    """A few tasks for a coding agent, each night after an hour."""

    def __init__(self, world, account, client, task, hour):
        super().__init__(world, account)
        self.client, self.task, self.hour = client, task, hour

    def sitting(self, left):
        world, account, rng = self.world, self.account, self.world.rng
        goal = world.log.count(account) + left
        time = clock.night(world, account, self.hour)
        work = self.work(system=self.client.system, tools=self.client.tools, wrap=lambda text: self.task + "\n\n" + text)
        for _ in range(rng.randint(1, 4)):
            rounds = min(max(1, goal - world.log.count(account)), rng.randint(2, 9))
            time = agent(world, account, time, rounds, work) + rng.expovariate(1 / 60.)


class Judging(Habit):
    """Long texts to be judged under one system prompt."""

    def __init__(self, world, account, system):
        super().__init__(world, account)
        self.system = system

    def sitting(self, left):
        rng = self.world.rng
        time = self.moment("work")
        self.batch(time, min(left, rng.randint(4, 30)), rng.uniform(20, 600), lambda: self.work(
            system=self.system, style="score", want=JUDGED if rng.random() < .7 else None, target="reward_grading",
            length=rng.lognormvariate(7, .4)))


class Contracts(Habit):
    """Long documents under one instruction, at night."""

    def __init__(self, world, account, task, hour):
        super().__init__(world, account)
        self.task, self.hour = task, hour

    def sitting(self, left):
        rng = self.world.rng
        time = clock.night(self.world, self.account, self.hour)
        self.batch(time, min(left, rng.randint(3, 25)), rng.uniform(300, 9000), lambda: self.work(
            wrap=self.document, style=rng.choice(["json", "prose"]), target="general", length=1200))

    def document(self, text):
        """The instruction over a text that is drawn out to a document's length."""
        rest = self.world.answers.say(self.world.rng.uniform(1500, 4200), self.world.rng, "prose")
        return self.task + "\n\n" + text + " " + rest


class OneSystem(Habit):
    """Conversations under the one system prompt of all of a customer's accounts."""

    def __init__(self, world, account, system):
        super().__init__(world, account)
        self.system = system

    def sitting(self, left):
        rng = self.world.rng
        time, turns = self.moment("service"), min(left, geometric(rng, .8))
        user = "u-" + network.digest(self.account.id, rng.randrange(20))[:8] if self.account.names_users else None
        chat(self.world, self.account, time, turns, self.work(system=self.system, user=user))


class Student(Habit):
    """The homework of a class after a lesson, much as it was set, and conversations of one's own."""

    def __init__(self, world, account, homework, lessons):
        super().__init__(world, account)
        self.homework, self.lessons = homework, lessons

    def sitting(self, left):
        world, rng = self.world, self.world.rng
        if rng.random() >= .55:
            time = self.moment("home")
            return chat(world, self.account, time, min(left, rng.randint(1, 5)), self.work())
        time = rng.choice(self.lessons) + abs(rng.gauss(0, 2400))
        question = rng.choice(self.homework)
        if rng.random() < .7:
            question = synonyms(question, rng)
        chat(world, self.account, time, min(left, rng.randint(1, 4)), self.work(
            wrap=lambda _: question if rng.random() < .8 else rng.choice(OPENINGS) + question))


class FineTuning(Habit):
    """Runs that make data for a model of one's own, with a teacher or with the model itself."""

    def __init__(self, world, account, source, raw, model, teacher, runs, prompt):
        super().__init__(world, account)
        self.source, self.raw, self.model, self.teacher, self.runs, self.prompt = source, raw, model, teacher, runs, prompt

    def sitting(self, left):
        world, rng = self.world, self.world.rng
        time = rng.choice(self.runs) + rng.expovariate(1 / 300.)
        count = min(left, rng.randint(4, 30))
        model = None if self.teacher and rng.random() < .7 else self.model
        span = rng.uniform(300, 14400)
        if not self.raw:
            return self.batch(time, count, span, lambda: self.work(
                wrap=self.prompt.wrap, system=self.prompt.system, model=model,
                want=self.source if rng.random() < .5 else None))
        for gap in world.traffic.arrivals(count, span, rng):
            text = world.ordinary_texts.text(self.source)
            message = {"role": "user", "content": text.full[:6000]}
            world.log.send(self.account, time + gap, Request([message], model=model, target=text.target, scale=1.5))
