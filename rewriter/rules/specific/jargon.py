"""A word the family would have to look up.

What it flags: process words and initials that only workers use: perp, MDT, POC, stat visit, permanence, chastisement,
    emotional regulation.
Why it matters: people cannot do what they cannot read, and few will ask what a word means with eight workers round
    the table.
Example: CC to convene MDT re DTOC.
Rather write: Bev (care coordinator) meets the ward team by [date] to plan Mr Lowe's way home.
Question to ask: How would you say that to Nan over a cup of tea?
When it is wrong to flag: names of services and schemes, everyday initials of roles (SW, HV, GP, PA), and words the
    family itself uses. Shorthand in a worker's own draft is no sin: it only has to go before the family reads it.
Source: 003 outcomes, "Specific" ("Use plain language not jargon"); 004 LIAP, "What is the issue/concern?"
"""

from collections.abc import Iterator
from functools import cache

from rewriter.evidence.asides import gap_words
from rewriter.lexicon import Lexicon, phrases
from rewriter.plan import Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "CC to convene MDT re DTOC.",
    "Perp to leave the property",
    "SW to progress to PLO by 4 May",
    "Kit's emotional regulation to improve",
    "Dad to attend the RCPC",
    "QDS POC to start on 4 May",
    "No further chastisement | ICPC | 4 weeks",
    "Mum to use co-regulation strategies",
)
_PASSES = (
    "Bev (SW) rings Kit's GP by 4 May.",
    "HV to weigh Kit on 4 May",
    "Ana meets her PA at the job centre every Monday until 4 May",
    "Mr Lowe to see the OT at home on 4 May",
    "Mum to ring CAMHS by 4 May",
    "SENCO and Dad talk on the phone each Friday until half term",
    "Kit to put his coat on the peg, every school day until 4 May",
    "[process, in plain words] by [date]",
)

_INITIALS = """
    ehcp, ehcna, ehc plan, pep, peps, lac, clac, cic, iro, vsh, dt, fpn, eet, neet, qds, bd, tds, prn, poc, mdt,
    cpa, cto, dols, lps, mca, bia, plo, icpc, rcpc, s47, s17, s117, s42, s20, section 47, section 17, section 20,
    section 42, section 117, marac, mappa, nrm, fgc, fgdm, eha, eh, taf, tac, maca, mace, cse, cce, dtoc, chc, dst,
    coram, sgo, co ico, ico, epo, eoi, esol, edd, adls, iadls, adl, sdq, csc, asc, edt, mash, lado, dash, ric, dvpp,
    dapp, dvpn, dvdp, dvpo, nmo, non mol, non mols, s 117, sow, u c, uasc, cla, la c, rhi, rhis, mfh, miap, sen,
    send, senco oversight, pru, ap, ewo, ehe, cme, raise fc, dnacpr, nok, tto, rag, kpi, ccg, icb, stat visit,
    stat visits, statutory visit, statutory visits, mar, lpoa, poa, cop, ppo, jtai, cp, cpp, cin, iep, ipp, w b,
    aar, yro, dto, isp, cs, dv
"""
_TERMS = """
    perp, perps, perpetrator, perpetrator programme, victim awareness, offending behaviour, criminogenic,
    desistance, restorative justice, safe lives dash, emotional regulation, dysregulation, dysregulated,
    self regulate, self regulation, co regulation, coregulation, regulate his emotions, regulate her emotions,
    regulate emotions, attachment style, attachment needs, insecure attachment, attuned, attunement,
    trauma informed, therapeutic parenting, sensory diet, boundaries, boundary setting, permanence, permanency,
    parallel planning, twin tracking, care planning, concurrent planning, contingency plan, placement stability,
    placement breakdown, placement move, matching, chastisement, physical chastisement, presentation,
    home conditions assessment, disguised compliance, non engagement, non compliance, compliance,
    protective factors, risk factors, risk management, safety mapping, signs of safety, danger statement,
    scaling question, bottom lines, threshold, step down, step up to, escalate to, de escalate, de escalation,
    pathway, exit strategy, wraparound, wrap around, early intervention, brokerage, double handed, single handed,
    reablement, deconditioning, pressure area care, transfers and mobility, functional mobility,
    personal care needs, ambulant, micro commissioning, direct payments, capacity assessment, best interests,
    deprivation of liberty, fluctuating capacity, holistic, person centred, joined up, multi agency,
    multi disciplinary, strengths based, co produced, co production, outcomes focused, key stakeholders,
    stakeholders, baseline assessment, age related expectations, age related, below exp, differentiated,
    quality first teaching, graduated response, access the community, community access, community presence,
    activities of daily living, disrupt, disruption, contextual safeguarding, hotspot, modern slavery pathway,
    cuckooed, mutual battering, coercive control, situational violence, clean screens, screens at, poly substance,
    polysubstance, harm minimisation, harm reduction, dual diagnosis, titration, titrate, stabilisation, ideation,
    suicidality, anhedonia, affect, low mood pathway, presenting issues, parental acrimony, acrimony, no recourse,
    nrpf, rehabilitate home, rehabilitation home, kinship assessment, viability assessment, connected persons,
    reg 24, regulation 24, reg 44, delegated authority, life story work, theraplay, keep safe work, direct work,
    return interview, looked after, in need plan
"""


@cache
def _lexicon() -> Lexicon:
    return Lexicon({"initials": phrases(_INITIALS), "term": phrases(_TERMS)})


def check(reading: Reading) -> Iterator[Flag]:
    """Flag each word of the trade once where it first stands. Initials count only where written in capitals."""
    gaps = gap_words(reading)
    words = reading.words
    seen: set[str] = set()
    done = 0
    for term in sorted(reading.terms(_lexicon()), key=lambda term: (term.first, -term.last)):
        written = reading.written(term.first, term.last)
        if term.first < done or term.first in gaps or written.lower() in seen:
            continue
        if term.tag == "initials" and not _is_written_as_initials(written):
            continue
        if term.first > 0 and written == "CP" and words[term.first - 1].key == "&":
            continue
        seen.add(written.lower())
        done = term.last
        yield Flag(
            words[term.first].start,
            words[term.last - 1].end,
            f"The family may not know what \u201c{written}\u201d means.",
        )


def _is_written_as_initials(written: str) -> bool:
    head = written.split(maxsplit=1)[0]
    return (
        head.isupper() or not head.isalpha() or " " in written or written.lower() in ("senco", "marac", "mappa", "mash")
    )


RULE: Rule = rule(
    __name__, __doc__, criterion=Criterion.SPECIFIC, severity=Severity.FAULT, flags=_FLAGS, passes=_PASSES, check=check
)
