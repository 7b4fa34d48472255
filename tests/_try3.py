import collections
from datetime import date
from tests.fragments import *
from policies.core.checks import check, check_document
from policies.core.assemble import assemble
from policies.core.library import load
from policies.core.major import reasons
from policies.core.facts import Facts
from policies.wizard.answers import sections_of
from policies.wizard.cards import SUMMARIES, title
from policies.wizard.places import rows_of
from policies.wizard.derived import derived
ON=date(2026,12,1)
seen=collections.Counter()
def note(s,where,t):
    for f in faults(re.sub(' [·–] ','\n',t)): 
      if 'find' not in where or not f.startswith('capital') or '“Best' not in f: seen[s,where,re.sub(r'\d+','9',f)]+=1
    if re.search(r'[.,;:]”\.',t): seen[s,where,'quoted '+re.sub(r'\d+','9',t)[:120]]+=1
from policies.core.mending import *
import policies.core.mending as M
for style in STYLES:
  for turn in (0,1,2,5):
    c=typed(style,turn)
    fs=check(c,load(),ON)+check_document(c,assemble(c,load(),ON),load(),ON)
    for f in fs:
        note(style,'finding '+f.code,f.message+' '+f.remedy)
    for sec in sections_of(c,fs):
        for card in sec.cards:
            note(style,'card',card.title)
            for line in card.lines:
                for t in line.texts: note(style,'card '+line.label[:14],t)
    for r in reasons(Facts(),c): note(style,'major',r.message)
print(len(seen))
for k in list(seen)[:70]: print(k)
