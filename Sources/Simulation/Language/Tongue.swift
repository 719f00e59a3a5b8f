/// A language other than English in which ordinary people write.
struct Tongue: Sendable {
    /// Whole sentences with a slot for a noun.
    var forms: [Pattern]
    /// Nouns.
    var nouns: [String]
    /// What a model answers.
    var answers: [Pattern]

    /// All of them.
    static let all: [Tongue] = source.split(separator: "\n").map { line in
        let parts = line.split(separator: "#").map { $0.split(separator: ";").map { String($0).trimmed } }
        return Tongue(
            forms: parts[0].map { Pattern($0) }, nouns: parts[1], answers: parts[2].map { Pattern($0) })
    }

    private static let source = """
        ¿{Cómo puedo|Cómo se puede} arreglar {el|mi} <noun>?; {Explícame|Cuéntame} qué es {el|un} <noun>; Necesito {un texto|una carta} sobre {mi|el} <noun> para <person>; ¿Qué diferencia hay entre <noun> y <noun>?; {Dame|Quiero} <small> ideas para {el|un} <noun>; mi <noun> no funciona desde el lunes, ¿qué hago? # contrato; jardín; examen; horno; viaje; alquiler; perro; currículum; presupuesto; ordenador; coche; cuento # Claro. Primero conviene revisar el <noun> con calma y apuntar lo que falla.; Hay <small> opciones, y la más sencilla es empezar por el <noun>.
        {Comment|De quelle façon} réparer {mon|un} <noun> ?; {Peux-tu|Pouvez-vous} expliquer le <noun> simplement ?; Écris {un mot|une lettre} à <person> au sujet du <noun>; Quelle est la différence entre <noun> et <noun> ?; Il me faut <small> idées pour un <noun>, budget <money>; Pourquoi mon <noun> ne marche plus ? # contrat; jardin; four; loyer; voyage; chien; examen; vélo; devis; ordinateur; roman; chauffage # Bien sûr. Le plus simple est de commencer par le <noun>, puis de vérifier le reste.; Voici <small> pistes à propos du <noun>.
        {Wie kann ich|Wie lässt sich} {mein|das} <noun> reparieren?; {Erkläre|Erklär mir} bitte kurz, was ein <noun> ist.; Schreib {einen Brief|eine Mail} an <person> wegen {dem|meinem} <noun>; Was ist besser, <noun> oder <noun>?; Ich brauche <small> Ideen für ein <noun> bis Freitag; warum geht mein <noun> nicht mehr, seit <weekday> # Fahrrad; Mietvertrag; Zeugnis; Fenster; Kuchen; Angebot; Garten; Referat; Sofa; Rezept; Auto; Konto # Gern. Am besten beginnst du mit dem <noun> und prüfst danach den Rest.; Dazu gibt es <small> Wege, je nach <noun>.
        Como {posso|consigo} consertar {meu|o} <noun>?; {Explique|Me explica} o que é {um|o} <noun>; Escreva uma mensagem para <person> sobre o <noun>; Qual a diferença entre <noun> e <noun>?; quero <small> dicas de <noun> para iniciantes # carro; aluguel; bolo; currículo; jardim; cachorro; contrato; telhado; orçamento; violão # Claro. Comece pelo <noun> e anote o que mudou.; São <small> passos, e o primeiro é o <noun>.
        Как {починить|исправить} <noun>?; {Объясни|Расскажи} простыми словами, что такое <noun>; Напиши письмо для <person> про <noun>; Чем <noun> отличается от того, что называют <noun>?; нужно <small> идей на тему <noun> до пятницы; почему <noun> не работает с утра # договор; велосипед; сад; экзамен; ноутбук; ремонт; отпуск; рецепт; пирог; отчёт; рассказ # Конечно. Сначала проверьте <noun>, затем всё остальное.; Есть <small> способа, самый простой начинается с того, что такое <noun>.
        {怎么|如何}修理<noun>？; 请{简单|用一句话}解释一下<noun>是什么; 帮我给<person>写一{封信|条消息}，关于<noun>; <noun>和<noun>有什么区别？; 给我<small>个关于<noun>的建议，预算<money>; 我的<noun>从{昨天|上周}开始就坏了，怎么办 # 合同; 自行车; 花园; 考试; 电脑; 房租; 菜谱; 旅行; 小说; 简历; 发票; 吉他 # 好的。先检查<noun>，再看其他部分。; 可以分<small>步来做，第一步是<noun>。
        <noun>の{直し方|選び方}を教えてください; <noun>とは何か、{簡単に|中学生向けに}説明して; <person>さんに<noun>についてのメールを書いて; <noun>と<noun>の違いは？; <noun>のアイデアを<small>個ください; <noun>が{急に|昨日から}動かない、どうすればいい # 契約書; 自転車; 庭; 試験; 家賃; 料理; 旅行; 小説; 履歴書; 見積もり # はい。まず<noun>を確認して、次に進みましょう。; <small>つの方法があります。最初は<noun>です。
        كيف {أصلح|أختار} <noun>؟; اشرح لي ما هو <noun> {ببساطة|باختصار}; اكتب رسالة إلى <person> عن <noun>; ما الفرق بين <noun> و <noun>؟; أريد <small> أفكار حول <noun> # العقد; الحديقة; الامتحان; السيارة; الإيجار; الوصفة; الرحلة; القصة; الحاسوب # بالتأكيد. ابدأ بفحص <noun> ثم انتقل إلى الباقي.; هناك <small> طرق، أبسطها <noun>.
        <noun> कैसे {ठीक करें|चुनें}?; <noun> क्या है, {आसान शब्दों में|एक वाक्य में} समझाइए; <person> को <noun> के बारे में पत्र लिखो; <noun> और <noun> में क्या अंतर है?; <noun> के लिए <small> सुझाव दो # अनुबंध; बगीचा; परीक्षा; साइकिल; किराया; यात्रा; कहानी; बजट # ज़रूर। पहले <noun> देखिए, फिर बाकी।; <small> तरीके हैं, पहला <noun> है।
        <noun>{을|를} 어떻게 {고치나요|고르나요}?; <noun>이 뭔지 {쉽게|짧게} 설명해 줘; <person>에게 <noun>에 대한 메일을 써 줘; <noun>하고 <noun>의 차이는?; <noun> 아이디어 <small>개만 # 계약서; 자전거; 정원; 시험; 월세; 여행; 소설; 이력서; 요리법 # 네. 먼저 <noun>부터 확인해 보세요.; <small>가지 방법이 있습니다. 첫째는 <noun>입니다.
        <noun> nasıl {tamir edilir|seçilir}?; <noun> nedir, {kısaca|basitçe} anlat; <person> için <noun> hakkında mesaj yaz; <noun> ile <noun> arasındaki fark ne?; <noun> için <small> öneri ver # sözleşme; bahçe; sınav; bisiklet; kira; gezi; hikâye; bütçe; özgeçmiş # Elbette. Önce <noun> kontrol edilir, sonra gerisi.; <small> yol var, en kolayı <noun>.
        Bagaimana cara {memperbaiki|memilih} <noun>?; Jelaskan apa itu <noun> {dengan singkat|untuk pemula}; Tulis surat untuk <person> tentang <noun>; Apa beda <noun> dan <noun>?; beri <small> ide soal <noun> # kontrak; kebun; ujian; sepeda; sewa; resep; perjalanan; cerita; anggaran # Tentu. Mulailah dari <noun>, lalu periksa sisanya.; Ada <small> cara, yang pertama <noun>.
        """
}
