"""One entity under all its spellings, over several articles; sites of undertakings."""

from sijill.pipeline import extract
from sijill.reconciliation.entities import entities, sites
from sijill.records import Article, Dated, Extraction, Published, Undertaking


def pile(*texts):
    return [Dated(extract(Article(f"a{n}", text)), Published()) for n, text in enumerate(texts)]


def named(*texts):
    return {e.name_ar: e for e in entities(pile(*texts))}


def test_spellings_of_a_foreign_name_are_one_person():
    found = named("قال السيد أنطونيو غوتيريش إن الوضع خطير", "وقال أنطونيو غوتيريس إن الحل ممكن")
    people = [e for e in found.values() if e.kind == "person"]
    assert len(people) == 1
    assert people[0].mentions == 2


def test_servant_of_god_is_one_name_in_one_word_or_two():
    found = named("قال الدكتور عبد الله الكندري إن اللقاح آمن", "قال الدكتور عبدالله الكندري إن اللقاح متوفر")
    assert len([e for e in found.values() if e.kind == "person"]) == 1


def test_arabic_names_that_differ_in_a_vowel_are_two_people():
    found = named("قال محمد الكندري إن اللقاح آمن", "قال محمود الكندري إن اللقاح متوفر")
    assert len([e for e in found.values() if e.kind == "person"]) == 2


def test_a_lone_surname_in_another_article_joins_its_one_bearer():
    found = named("قال كارلوس ميندونسا إن العمل بدأ", "قال الرئيس ميندونسا إن العمل انتهى")
    assert found["كارلوس ميندونسا"].mentions == 2


def test_a_surname_two_people_bear_joins_neither():
    found = named("قال كارلوس ميندونسا إن العمل بدأ", "قالت ماريا ميندونسا إن العمل بطيء", "قال الرئيس ميندونسا إن العمل انتهى")
    assert found["كارلوس ميندونسا"].mentions == 1
    assert found["ماريا ميندونسا"].mentions == 1


def test_an_office_joins_its_holder_though_others_bear_the_name():
    text = "وقع وزير المالية النرويجي إيريك هانسن الاتفاق. وحضرت ماريا هانسن. وقال وزير المالية النرويجي إن المال جاهز"
    people = [e for e in entities(pile(text)) if e.name_ar == "إيريك هانسن"]
    assert [(e.kind, e.mentions) for e in people] == [("person", 3)]


def test_a_body_by_its_kind_and_quoted_name_is_the_known_one():
    found = named('أعلن تنظيم "داعش" مسؤوليته', "نفى تنظيم الدولة الإسلامية الخبر")
    assert found["تنظيم الدولة الإسلامية"].mentions == 2


def test_a_state_and_its_capital_that_acts_are_one_country():
    found = named("وقعت البرازيل الاتفاق", "وقالت برازيليا إن الاتفاق مهم")
    assert found["البرازيل"].kind == "country"
    assert found["البرازيل"].mentions == 2
    assert found["البرازيل"].name_en == "Brazil"
    assert "برازيليا" in found["البرازيل"].variants


def test_english_names_come_from_the_gazetteer_and_never_for_people():
    found = named("قالت منظمة الصحة العالمية لرويترز إن جنيف تستضيف المؤتمر. وقال كارلوس ميندونسا إنه سيحضر")
    english = {e.name_ar: e.name_en for e in found.values()}
    assert english["منظمة الصحة العالمية"] == "World Health Organization"
    assert english["رويترز"] == "Reuters"
    assert english["جنيف"] == "Geneva"
    assert english["كارلوس ميندونسا"] is None


def test_most_mentioned_first_and_the_order_of_articles_changes_no_id():
    texts = ("سافر الوفد إلى اليابان ثم إلى الصين", "عاد الوفد من اليابان")
    forth, back = entities(pile(*texts)), entities(pile(*reversed(texts)))
    assert [e.name_ar for e in forth] == ["اليابان", "الصين"]
    assert {e.id for e in forth} == {e.id for e in back}


def test_sites_are_the_places_of_undertakings_without_invented_coordinates():
    told = Undertaking(evidence=(), act="open", action="افتتاح", place="جنيف")
    other = Undertaking(evidence=(), act="open", action="افتتاح")
    dated = Dated(Extraction(Article("a", ""), undertakings=(told, told, other)), Published())
    (site,) = sites([dated])
    assert (site.name_ar, site.name_en, site.lat, site.lon) == ("جنيف", "Geneva", None, None)


def test_an_epithet_makes_no_other_body_and_variants_are_whole_words():
    found = named("قال المرصد السوري لحقوق الإنسان المعارض إن", "وفقا للمرصد السوري لحقوق الإنسان")
    observatory = found["المرصد السوري لحقوق الإنسان"]
    assert observatory.mentions == 2
    assert "لمرصد السوري لحقوق الإنسان" not in observatory.variants


def test_any_forces_are_not_the_forces_spoken_of_last():
    found = named("انسحبت القوات الهولندية من المدينة. وقالت القوات إنها باقية")
    assert found["القوات الهولندية"].mentions == 1


def test_an_empty_pile_has_none():
    assert entities([]) == []
    assert sites([]) == []
