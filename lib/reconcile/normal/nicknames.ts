import { nameLetters } from './name-letters'

/** Each line: a given name and what people are called by it, English, German and French. A short name may stand on several lines. */
const LINES = `
abigail abby gail; adam addy; agnes aggie; albert al bert bertie; alexander alex alec sandy sascha xander lex; alexandra alex sandra sandy lexi sascha
alfred alf alfie fred; alice ali; alison ali; amanda mandy; amelia amy millie mel; andrew andy drew; andreas andy andi; anastasia ana stacy
angela angie; anna ann anne annie anni; annabel anna bella; anthony tony ant; antonia toni; antoine toni tony; arthur art artie; barbara barb babs barbie
bartholomew bart; beatrice bea trixie; benedict ben; benjamin ben benny benji; bernard bernie; bernhard bernd; bernadette bernie; bertram bert; bridget bridie
bradley brad; brendan bren; cameron cam; caroline carol carrie caro; catherine cathy cath kate katie kat kitty cat; katherine kathy kath kate katie kat kitty
kathryn kathy kath kate katie kat; katharina kathi kate kati; charles charlie chuck chas; charlotte charlie lottie lotte; christian chris; christina chris tina chrissie
christine chris tina chrissie; christopher chris kit topher; christoph chris; clifford cliff; constance connie; cornelius con; cynthia cindy; daniel dan danny
danielle dani; david dave davy davey; deborah deb debbie debs; dennis den denny; dominic dom nic; donald don donnie; dorothy dot dottie dolly; douglas doug
edmund ed eddie ted; edward ed eddie ted ned teddy; eduard edi ed; edwin ed eddie; eleanor ellie nell nora; elizabeth liz lizzie beth betty eliza libby lisa elsie
elisabeth liz lisa beth elsi sissi lisl; ellen nell ellie; emily em emmy; emma em; emmanuel manny manu; eugene gene; evelyn evie eve; ferdinand ferdi
florence flo florrie; frances fran frankie fanny; francis frank fran; francois franck; frank frankie; franziska franzi; frederick fred freddie rick; friedrich fritz fred
gabriel gabe; gabriele gabi; gabrielle gabi gaby; geoffrey geoff jeff; george geordie; georgina georgie gina; gerald gerry jerry; gerard gerry ger; gerhard gerd
gertrude trudy; gilbert gil; giovanni gianni; giuseppe beppe pepe; graham gray; gregory greg; grace gracie; guillaume will; gunther gunni; gwendolyn gwen
harold harry hal; harriet hattie; heinrich heinz heiner; helen nell ellie lena; helena lena; henry harry hal hank; herbert herb bert; howard howie; hubert hugh
ian iain; imogen immy; isabel izzy bella belle; isabella izzy bella; isabelle izzy bella belle; jacob jake jack; jacqueline jackie jacqui; james jim jimmy jamie jem
jane janie; janet jan; janice jan; jason jay; jean jeannie; jeffrey jeff; jennifer jen jenny jenni; jeremy jerry jem; jerome jerry; jessica jess jessie
joachim jo achim; joan joanie; joanna jo joan; joanne jo; johannes hannes hans jo joe; john johnny jack jon; jonathan jon jonny jonty; joseph joe joey jo; josef sepp jo
josephine jo josie; joshua josh; judith judy jude; julia julie jules; julian jules; juliet jules; karen kaz; kenneth ken kenny; kevin kev; kimberly kim; klaus niklaus
laura lori; laurence larry laurie loz; lawrence larry laurie loz; leonard len leo lenny; leopold leo poldi; leslie les; lewis lew; lillian lily lil; linda lin
louis lou louie; louise lou; lucinda lucy cindy; ludwig lutz; lucille lucy; luke lucas; madeleine maddie; magdalena lena magda; malcolm mal; manfred fred; manuel manu manny
manuela manu; marcus marc mark; margaret maggie meg peggy madge marge greta; margarethe greta gretel; maria mary ria mia; marianne marie anne; marion mary; marjorie marge
martin marty; martha marty; mary molly polly may; matthew matt matty; matthias matt matze hias; maureen mo; maurice mo; maximilian max maxi; maxwell max; megan meg
melanie mel; melissa mel missy; mercedes mercy; michael mike mick mickey micky mikey; michaela micha; michelle shell; mildred millie; miranda mandy; mitchell mitch
mohammed mo mohamed muhammad mohammad; monica moni; montgomery monty; morris mo; nancy nan; natalie nat; natasha tasha nat; nathan nat nate; nathaniel nat nate nathan
nicholas nick nicky nico klaus; nicolas nick nico; nicola nicky nic; nicole nicky nic; nigel nige; norman norm; oliver ollie olly; olivia liv livvy ollie
oscar ossie; patricia pat patsy trish tricia patty; patrick pat paddy; paul paulie; pamela pam; penelope penny; percival percy; peter pete; philip phil pip; phillip phil pip
philippa pip pippa; phoebe bee; priscilla cilla; rachel rach; ralph ralf; randolph randy; raymond ray; rebecca becky becca bec; reginald reg reggie; reinhard reini
richard rick ricky dick rich richie; robert rob robbie bob bobby bert; roberta bobbie; roderick rod; rodney rod; roger rodge; roland rolly; ronald ron ronnie
rosemary rose rosie; rosalind ros rosie; rudolf rudi; rupert rup; russell russ; samantha sam sammy; samuel sam sammy; sarah sally sadie; sebastian seb basti bastian
sharon shaz; sheila shell; sidney sid; siegfried sigi; simon si; sophia sophie; stanislaus stan; stanley stan; stefan steve; stephanie steph steffi; stephen steve stevie
steven steve stevie; stewart stu; stuart stu; susan sue suzie susie; susanna susi sanna; susanne susi sanne; suzanne sue suzie; sylvia syl; tabitha tabby
tamara tammy; terence terry; teresa terry tess tessa; theresa terry tess tessa; theodore ted teddy theo; theodor theo; thomas tom tommy; timothy tim timmy
tobias toby tobi; ulrich uli; ulrike uli ulli; ursula uschi; valentina val; valerie val; vanessa nessa ness; veronica ronnie vera; victor vic; victoria vicky vic tori
vincent vince vin; virginia ginny; vivian viv; wallace wally; walter walt wally; wilfred wilf fred; wilhelm willi willy; wilhelmina mina minnie; william will bill billy willie liam
winifred winnie; wolfgang wolf wolfi; yvonne vonnie; zachary zach zak`

const GROUPS: ReadonlyMap<string, ReadonlySet<number>> = grouped()

/** Whether two given names (of `nameLetters`) may be the same person's: `bob` and `robert`, `kate` and `katharina`. */
export function sameGivenName(one: string, other: string): boolean {
  const groups = GROUPS.get(one)
  const others = GROUPS.get(other)
  if (groups === undefined || others === undefined) return false
  for (const group of groups) if (others.has(group)) return true
  return false
}

function grouped(): Map<string, Set<number>> {
  const groups = new Map<string, Set<number>>()
  LINES.split(/[;\n]/).forEach((line, group) => {
    for (const name of line.trim().split(/\s+/).map(nameLetters)) {
      const known = groups.get(name)
      if (known) known.add(group)
      else groups.set(name, new Set([group]))
    }
  })
  return groups
}
