"""PDF: the text layer, and what is said where there is none."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from sijill.reading.documents import read_pdf
from sijill.reading.sources import read
from sijill.records import Article, Problem

TEXT = "قالت هيئة الموانئ إن الرصيف الجديد سيسلم في يوليو المقبل"


def made(lines):
    """A PDF of one page whose font says by a ToUnicode map which letter each code is; drawn from left to right, as PDFs are."""
    letters = sorted(set("".join(lines)))
    codes = {c: i + 1 for i, c in enumerate(letters)}
    cmap = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n"
    cmap += (
        f"{len(letters)} beginbfchar\n"
        + "".join(f"<{codes[c]:02X}> <{ord(c):04X}>\n" for c in letters)
        + "endbfchar endcmap end end"
    )
    shown = "".join(
        f"1 0 0 1 50 {700 - 20 * n} Tm <{''.join(f'{codes[c]:02X}' for c in reversed(line))}> Tj\n"
        for n, line in enumerate(lines)
    )
    stream = f"BT /F1 12 Tf {shown} ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    out, places = b"%PDF-1.4\n", []
    for n, o in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n{o}\nendobj\n".encode()
    xref = "".join(f"{p:010} 00000 n \n" for p in places)
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{xref}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    return out + f"{tail}startxref\n{len(out)}\n%%EOF".encode()


def test_the_text_layer(tmp_path):
    (tmp_path / "a.pdf").write_bytes(made([TEXT, "وأضافت أن الكلفة ارتفعت"]))
    [article] = [x for x in read([tmp_path]) if isinstance(x, Article)]
    assert article.text == f"{TEXT}\nوأضافت أن الكلفة ارتفعت"


def test_no_text_layer_is_said_plainly():
    writer = PdfWriter()
    writer.add_blank_page(300, 300)
    out = io.BytesIO()
    writer.write(out)
    [problem] = read_pdf("scan", out.getvalue())
    assert problem.code == "no_text_layer"
    assert "no text layer" in problem.message


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<</Root 1 0 R>>"])
def test_broken(data):
    assert [x.code for x in read_pdf("a", data)] == ["broken_pdf"]


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 1200), st.binary(max_size=12))
def test_any_bytes_give_articles_or_problems(at, spoil):
    data = made([TEXT])
    assert all(isinstance(x, Article | Problem) for x in read_pdf("p", data[:at] + spoil + data[at + len(spoil) :]))
