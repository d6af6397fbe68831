"""Texts in the languages that share their letters with one that has a text already: with doses, a phone number, a date,
brackets, an address of the web, the Latin name of a medicine, and the letters that are theirs alone. No native reader
has checked them: they are here to be set, not to be read.
"""

from __future__ import annotations

from pdf.copying.copied_texts import TEXTS

CZECH = (
    "Křeče v nohou jsou u roztroušené sklerózy (MS) časté a můžete pro ně udělat hodně. Příčiny bývají různé.",
    "Lék náhle nevysazujte, bolest by se mohla zhoršit. Zeptejte se lékaře, sestry nebo lékárníka.",
    "Berte 5 mg Baclofen třikrát denně, nejvýše 30 mg (pokud lékař neurčí jinak). Žluťoučký kůň úpěl ďábelské ódy.",
    "Volejte 0117 496 0000 od pondělí do pátku, od 9:00 do 17:00. Datum 22/11/2026.",
    "Více najdete na www.nhs.uk/conditions/leg-cramps. Lýtko protahujte zvolna, dýchejte zhluboka a odpočívejte.",
)
GERMAN = (
    "Wadenkrämpfe sind bei Multipler Sklerose (MS) häufig, und Sie können viel dagegen tun.",
    "Setzen Sie das Arzneimittel nicht plötzlich ab, sonst können die Schmerzen größer werden.",
    "Nehmen Sie dreimal täglich 5 mg Baclofen, höchstens 30 mg (außer auf ärztlichen Rat). Muskelentspannungsübungen!",
    "Rufen Sie uns von Montag bis Freitag unter 0117 496 0000 an, von 9:00 bis 17:00 Uhr. Datum: 22/11/2026.",
    "Mehr steht auf www.nhs.uk/conditions/leg-cramps. Dehnen Sie die Wade behutsam, atmen Sie ruhig und ruhen Sie aus.",
)
GREEK = (
    "Οι κράμπες στα πόδια είναι συχνές στη σκλήρυνση κατά πλάκας (MS), και μπορείτε να κάνετε πολλά γι’ αυτές.",
    "Μη σταματάτε ξαφνικά το φάρμακο, γιατί ο πόνος μπορεί να δυναμώσει. Ρωτήστε τον γιατρό ή τον φαρμακοποιό.",
    "Παίρνετε 5 mg Baclofen τρεις φορές την ημέρα, ως 30 mg (εκτός αν ο γιατρός πει κάτι άλλο). Πονάει; Πόσο;",
    "Τηλεφωνήστε στο 0117 496 0000 από Δευτέρα ως Παρασκευή, 9:00 με 17:00. Ημερομηνία 22/11/2026.",
    "Περισσότερα στο www.nhs.uk/conditions/leg-cramps. Τεντώστε απαλά τη γάμπα, ανασάνετε βαθιά, ξεκουραστείτε· αρκεί.",
)
FRENCH = (
    "Les crampes aux jambes sont fréquentes dans la sclérose en plaques (MS), et l’on peut y faire beaucoup.",
    "N’arrêtez pas le médicament d’un coup : la douleur pourrait s’aggraver. Où avez-vous mal ? Dites-le au médecin.",
    "Prenez 5 mg de Baclofen trois fois par jour, 30 mg au plus (sauf avis du médecin). « Dès Noël », à l’œuvre !",
    "Appelez le 0117 496 0000 du lundi au vendredi, de 9:00 à 17:00. Date : 22/11/2026.",
    "Pour en savoir plus : www.nhs.uk/conditions/leg-cramps. Étirez doucement le mollet, respirez ; buvez.",
)
HUNGARIAN = (
    "A lábgörcs gyakori a szklerózis multiplex (MS) mellett, és sokat tehet ellene. Az okok különfélék.",
    "Ne hagyja abba hirtelen a gyógyszert, mert erősödhet a fájdalom. Kérdezze meg orvosát vagy gyógyszerészét.",
    "Napi háromszor 5 mg Baclofen, legfeljebb 30 mg (ha az orvos nem mond mást). Árvíztűrő tükörfúrógép, őszi fű.",
    "Hívja a 0117 496 0000 számot hétfőtől péntekig 9:00 és 17:00 között. Dátum: 22/11/2026.",
    "Bővebben: www.nhs.uk/conditions/leg-cramps. Nyújtsa lassan a vádliját, lélegezzen mélyen, és pihenjen.",
)
ITALIAN = (
    "I crampi alle gambe sono frequenti nella sclerosi multipla (MS), e si può fare molto per alleviarli.",
    "Non smetta di colpo di prendere il farmaco, perché il dolore può aumentare. Chieda al medico o all’infermiera.",
    "Prenda 5 mg di Baclofen tre volte al giorno, al massimo 30 mg (salvo parere del medico). Così è già più facile.",
    "Chiami lo 0117 496 0000 dal lunedì al venerdì, dalle 9:00 alle 17:00. Data: 22/11/2026.",
    "Altre notizie su www.nhs.uk/conditions/leg-cramps. Allunghi piano il polpaccio, respiri a fondo e si riposi.",
)
NEPALI = (
    "मल्टिपल स्क्लेरोसिस (MS) मा खुट्टा बाउँडिनु सामान्य हो, र यसका लागि तपाईंले धेरै कुरा गर्न सक्नुहुन्छ।",
    "औषधि अचानक नरोक्नुहोस्, किनभने दुखाइ बढ्न सक्छ। आफ्नो डाक्टर वा नर्सलाई सोध्नुहोस्।",
    "दिनको तीन पटक 5 mg Baclofen लिनुहोस्, वा सुत्नुअघि १० मिलिग्राम। दिनमा 30 mg भन्दा बढी नलिनुहोस् (डाक्टरले नभनेसम्म)।",
    "सोमबारदेखि शुक्रबारसम्म 9:00 देखि 17:00 मा 0117 496 0000 मा फोन गर्नुहोस्। मिति 22/11/2026।",
    "थप जानकारी www.nhs.uk/conditions/leg-cramps मा छ। पिँडौला बिस्तारै तन्काउनुहोस्, गर्‍यो भने श्वास ज्ञानपूर्वक फेर्नुहोस्।",
)
PORTUGUESE = (
    "As cãibras nas pernas são comuns na esclerose múltipla (MS), e há muito que pode fazer para as aliviar.",
    "Não pare o medicamento de repente, porque a dor pode aumentar. Pergunte ao médico ou à enfermeira.",
    "Tome 5 mg de Baclofen três vezes por dia, no máximo 30 mg (salvo indicação do médico). Atenção às lesões, avô!",
    "Ligue para 0117 496 0000 de segunda a sexta-feira, das 9:00 às 17:00. Data: 22/11/2026.",
    "Saiba mais em www.nhs.uk/conditions/leg-cramps. Estique devagar a barriga da perna, respire fundo e descanse.",
)
ROMANIAN = (
    "Crampele la picioare sunt frecvente în scleroza multiplă (MS) și puteți face multe pentru a le ușura.",
    "Nu întrerupeți brusc medicamentul, fiindcă durerea se poate agrava. Întrebați medicul sau farmacistul.",
    "Luați 5 mg de Baclofen de trei ori pe zi, cel mult 30 mg (dacă medicul nu spune altfel). Știți câți țânțari?",
    "Sunați la 0117 496 0000 de luni până vineri, între 9:00 și 17:00. Data: 22/11/2026.",
    "Mai multe la www.nhs.uk/conditions/leg-cramps. Întindeți încet gamba, respirați adânc și odihniți-vă.",
)
RUSSIAN = (
    "Судороги в ногах при рассеянном склерозе (MS) бывают часто, и с ними можно многое сделать.",
    "Не прекращайте приём лекарства внезапно: боль может усилиться. Спросите врача, медсестру или фармацевта.",
    "Принимайте 5 mg Baclofen три раза в день, не больше 30 mg (если врач не скажет иначе). Съешь ещё этих булок.",
    "Звоните по номеру 0117 496 0000 с понедельника по пятницу, с 9:00 до 17:00. Дата: 22/11/2026.",
    "Подробнее на www.nhs.uk/conditions/leg-cramps. Мягко растяните икру, дышите глубже и отдыхайте.",
)
SOMALI = (
    "Murqo xanuunka lugaha waa ku badan yahay cudurka (MS), wax badanna waad ka qaban kartaa.",
    "Daawada ha joojin si lama filaan ah, sababtoo ah xanuunku wuu sii kordhi karaa. Weydii dhakhtarkaaga.",
    "Qaado 5 mg oo Baclofen ah saddex jeer maalintii, kana badin 30 mg (haddii aan dhakhtarku kuu sheegin).",
    "Wac 0117 496 0000 Isniinta ilaa Jimcaha, 9:00 ilaa 17:00. Taariikh: 22/11/2026.",
    "Faahfaahin dheeraad ah ka eeg www.nhs.uk/conditions/leg-cramps. Si tartiib ah u kala bixi, neefso, naso.",
)
TAGALOG = (
    "Karaniwan ang pulikat sa binti sa multiple sclerosis (MS), at marami kang magagawa para rito.",
    "Huwag biglang itigil ang gamot, dahil maaaring lumala ang sakit. Tanungin ang doktor, nars o parmasyutiko.",
    "Uminom ng 5 mg ng Baclofen tatlong beses sa isang araw, hanggang 30 mg (maliban kung iba ang sabi ng doktor).",
    "Tumawag sa 0117 496 0000 mula Lunes hanggang Biyernes, 9:00 hanggang 17:00. Petsa: 22/11/2026.",
    "May dagdag na kaalaman sa www.nhs.uk/conditions/leg-cramps. Dahan-dahang iunat ang binti, huminga at magpahinga.",
)
TURKISH = (
    "Bacak krampları multipl sklerozda (MS) sık görülür ve bunun için yapabileceğiniz çok şey vardır.",
    "İlacı birdenbire bırakmayın, ağrı artabilir. Doktorunuza, hemşirenize veya eczacınıza sorun.",
    "Günde üç kez 5 mg Baclofen alın, en çok 30 mg (doktor başka bir şey demezse). Iğdır’ın ılık yağmuru, fişi, ofis.",
    "Pazartesiden cumaya 9:00 ile 17:00 arasında 0117 496 0000 numarasını arayın. Tarih: 22/11/2026.",
    "Daha fazlası: www.nhs.uk/conditions/leg-cramps. Baldırınızı yavaşça gerin, derin soluk alın ve dinlenin.",
)
UKRAINIAN = (
    "Судоми в ногах при розсіяному склерозі (MS) трапляються часто, і ви можете багато зробити, щоб їх полегшити.",
    "Не припиняйте приймати ліки раптово, бо біль може посилитися. Запитайте лікаря, медсестру чи фармацевта.",
    "Приймайте 5 mg Baclofen тричі на день, не більше 30 mg (якщо лікар не скаже інакше). Їжак, ґанок, м’язи, об’єм.",
    "Телефонуйте 0117 496 0000 з понеділка до п’ятниці, з 9:00 до 17:00. Дата: 22/11/2026.",
    "Докладніше на www.nhs.uk/conditions/leg-cramps. Повільно розтягніть литку, дихайте глибоко й відпочивайте.",
)
VIETNAMESE = (
    "Chuột rút ở chân rất hay gặp trong bệnh đa xơ cứng (MS), và bạn có thể làm nhiều điều để đỡ đau.",
    "Đừng ngừng thuốc đột ngột, vì cơn đau có thể nặng hơn. Hãy hỏi bác sĩ, điều dưỡng hoặc dược sĩ.",
    "Uống 5 mg Baclofen ba lần mỗi ngày, không quá 30 mg (trừ khi bác sĩ dặn khác). Nghỉ ngơi, thở sâu, ngủ đủ giấc.",
    "Gọi 0117 496 0000 từ thứ Hai đến thứ Sáu, từ 9:00 đến 17:00. Ngày 22/11/2026.",
    "Xem thêm tại www.nhs.uk/conditions/leg-cramps. Kéo giãn bắp chân nhẹ nhàng, giữ ấm và uống đủ nước.",
)
KURDISH = (
    "گرژبوونی ماسولکەی قاچ لە نەخۆشی (MS) باوە، و دەتوانیت زۆر شت بۆی بکەیت. هۆکارەکان جیاوازن.",
    "دەرمانەکە لەناکاو مەوەستێنە، چونکە لەوانەیە ئازارەکە زیاد بێت. لە پزیشک یان پەرستار بپرسە.",
    "ڕۆژی سێ جار 5 mg لە Baclofen بخۆ، یان ١٠ میلیگرام پێش خەوتن. لە 30 mg زیاتر مەخۆ (مەگەر پزیشک بڵێت).",
    "لە دووشەممە تا هەینی لە 9:00 تا 17:00 پەیوەندی بکە بە 0117 496 0000. بەروار 22/11/2026.",
    "زانیاری زیاتر لە www.nhs.uk/conditions/leg-cramps هەیە. بە هێواشی قاچت بکێشە، قووڵ هەناسە بدە، پشوو بدە؛ باشە؟",
)
PASHTO = (
    "د پښو لړزې او غړنګې په (MS) ناروغۍ کې عامې دي، او تاسو یې لپاره ډېر څه کولی شئ.",
    "درمل ناڅاپه مه بندوئ، ځکه چې درد زیاتېدلی شي. له خپل ډاکټر یا نرس څخه وپوښتئ.",
    "د ورځې درې ځله 5 mg Baclofen وخورئ، یا د خوب نه مخکې ۱۰ ملي ګرامه. تر 30 mg زیات مه خورئ (که ډاکټر نه وي ویلي).",
    "له دوشنبې تر جمعې د 9:00 او 17:00 ترمنځ 0117 496 0000 ته زنګ ووهئ. نېټه 22/11/2026.",
    "نور معلومات په www.nhs.uk/conditions/leg-cramps کې دي. خپله پښه ورو وغځوئ، ژوره ساه واخلئ او آرام وکړئ؛ ښه ځای.",
)
DARI = (
    "گرفتگی عضلات پا در بیماری (MS) زیاد دیده می‌شود، و شما می‌توانید کارهای زیادی برای آن بکنید.",
    "دوا را ناگهان قطع نکنید، چون درد می‌تواند زیاد شود. از داکتر، نرس یا دواساز خود بپرسید.",
    "روز سه بار 5 mg دوای Baclofen بگیرید، یا ۱۰ ملی‌گرام پیش از خواب. از 30 mg زیاد نگیرید (مگر داکتر بگوید).",
    "از دوشنبه تا جمعه از 9:00 تا 17:00 به شمارهٔ 0117 496 0000 زنگ بزنید. تاریخ 22/11/2026.",
    "معلومات بیشتر در www.nhs.uk/conditions/leg-cramps است. ساق پای‌تان را آهسته کش کنید، نفس عمیق بکشید؛ خوب شد؟",
)
SIMPLIFIED = (
    "多发性硬化症（MS）患者常有腿抽筋，您可以做很多事情来缓解它。原因有好几种：神经、肌肉和姿势。",
    "请勿突然停药，否则疼痛可能加重。请先问您的医生、护士或药剂师。",
    "每天三次，每次服用5毫克Baclofen，每日不超过30 mg（除非医生另有吩咐）。",
    "请于星期一至星期五9:00至17:00致电0117 496 0000。日期：22/11/2026。",
    "更多信息请见www.nhs.uk/conditions/leg-cramps。慢慢伸展小腿，深呼吸，好好休息！可以吗？",
)
TRADITIONAL = (
    "多發性硬化症（MS）患者常有腿抽筋，您可以做很多事情來緩解它。原因有好幾種：神經、肌肉和姿勢。",
    "請勿突然停藥，否則疼痛可能加重。請先問您的醫生、護士或藥劑師。",
    "每天三次，每次服用5毫克Baclofen，每日不超過30 mg（除非醫生另有吩咐）。",
    "請於星期一至星期五9:00至17:00致電0117 496 0000。日期：22/11/2026。",
    "更多資料請見www.nhs.uk/conditions/leg-cramps。慢慢伸展小腿，深呼吸，好好休息！可以嗎？",
)
TEXTS_OF_LANGUAGES = {
    **TEXTS, "cs": CZECH, "de": GERMAN, "el": GREEK, "fr": FRENCH, "hu": HUNGARIAN, "it": ITALIAN, "ne": NEPALI,
    "pt": PORTUGUESE, "ro": ROMANIAN, "ru": RUSSIAN, "so": SOMALI, "tl": TAGALOG, "tr": TURKISH, "uk": UKRAINIAN,
    "vi": VIETNAMESE, "ckb": KURDISH, "ps": PASHTO, "prs": DARI, "zh-Hans": SIMPLIFIED, "zh-Hant": TRADITIONAL,
}  # fmt: skip
