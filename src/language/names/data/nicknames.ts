/** Given names and what people who bear them are called, a group a line; folded Latin letters. */
export const NICKNAMES = `
robert bob bobby rob robbie robby bert roberto
elizabeth liz lizzy lizzie beth betty bess bessie eliza elisabeth lisbeth libby betsy elise elsie lisa elisa
william bill billy will willy willie liam wilhelm guillermo guillaume
james jim jimmy jamie jem
john johnny jack jon johnnie juan jean ivan johann hans giovanni jan johannes sean ian
richard rick dick rich ricky richie ricardo
margaret peggy maggie meg marge margie greta peg rita marguerite margarita margot
katherine catherine kate katie kathy cathy kathryn katharine kitty kay katy kathleen catalina katarina ekaterina katya kat
michael mike mick mickey mikey micky miguel michel mikhail misha
anthony tony antonio anton antoine ant
alexander alex sasha alec sandy xander alexandr aleksandr aleksander alejandro alessandro lex al
alexandra alex sasha sandra sandy lexi alexa aleksandra
thomas tom tommy tomas
charles charlie chuck charley chas carlos karl carl
edward ed eddie ted teddy ned eduardo eddy
edwin ed eddie
edmund ed eddie ned
theodore ted teddy theo
joseph joe joey jose josef giuseppe yosef
david dave davy davey
daniel dan danny danni
samuel sam sammy
samantha sam sammie
benjamin ben benny benji
matthew matt matty mateo matthias
andrew andy drew andreas andre andres andrei andrey
christopher chris kit topher christoph kristoffer
christine chris tina chrissy christina kristina kristin
nicholas nick nicky nico nicolas nikolai klaus nikolas niklas
nicole nicky nikki nic
stephen steve steven stevie stefan esteban stephan
stephanie steph steffi stefanie
patrick pat paddy patricio
patricia pat patty patti trish tricia
peter pete pedro pierre pyotr petr
paul paulie pablo paolo pavel
philip phil phillip pip felipe philippe filip
timothy tim timmy
gregory greg gregg grigory
geoffrey geoff jeff jeffrey
gerald gerry jerry
jeremy jerry jem
jerome jerry
lawrence larry laurence laurie lars lorenzo laurent lorenz
leonard leo len lenny leon leonardo
ronald ron ronnie
donald don donnie
kenneth ken kenny
raymond ray
albert al bert alberto
alfred al fred alf alfie alfredo
frederick fred freddy freddie frederic friedrich federico fritz
francis frank fran francisco francesco francois franz paco
frances fran frankie francesca franziska
franklin frank
eugene gene yevgeny evgeny eugenio
henry harry hank hal enrique heinrich henri enrico
harold harry hal
george georgie jorge georg giorgio georges
arthur art artie arturo
walter walt wally
vincent vince vinny vinnie vicente
victor vic viktor
zachary zach zack zak
joshua josh
jacob jake jakob jacques
nathan nate nat
nathaniel nate nat nathan
jonathan jon jonny nathan johnathan
gabriel gabe
gabrielle gabby gabi
abraham abe bram
abigail abby gail
maximilian max
maxwell max
oliver ollie olly
olivia liv livvy
isabella bella izzy isabel isabelle isobel
susan sue susie suzy suzanne susanna susanne
barbara barb babs barbie
deborah debbie deb debra
dorothy dot dottie dolly dorothea
eleanor ellie nell nora elinor leonor
ellen nell ellie helen elena
helen nell nellie helena elena helene
jennifer jen jenny jenn
jessica jess jessie
judith judy judi jude
julia julie jules giulia yulia iuliia julija
kimberly kim kimberley kimmy
linda lindy
laura laurie lori
lucy lucia lucie luz
madeline maddie maddy madeleine
mary molly polly maria marie may mae mariya maryam
martha marty mattie marta
martin marty
matilda tilly mattie
melissa mel missy lissa
melanie mel
michelle shelly micki
mildred millie
millicent millie
pamela pam
penelope penny
rebecca becky becca bec rebekah
rachel rach rachael
rosemary rosie rose
ruth ruthie
sarah sally sadie sara
theresa terry tess tessa teresa therese tracy
terence terry terrence
teresa tess
valerie val
veronica ronnie vera roni
victoria vicky vicki tori viktoria
virginia ginny ginger
vivian viv
winifred winnie fred
amanda mandy
angela angie
ann anne anna annie nan nancy hannah anya ana
antoinette toni nettie
beatrice bea trixie beatrix beatriz
caroline carrie carol caro carolyn carolina
charlotte lottie charlie lotte
cynthia cindy
constance connie
cornelius neil con
diana di diane
douglas doug
dominic dom nick dominik
emily em emmy emilie emilia
emma em emmy
florence flo flossie
georgina georgie gina
harriet hattie
jacqueline jackie jacqui
jane janie jenny
janet jan
josephine jo josie
joanna jo joanne joan johanna
kristen kris kristin
lillian lily lil
louis lou lewis luis louie ludwig luigi
louise lou luisa
lucas luke luca lukas lukasz
marcus mark marc marco marcos
marjorie marge margie
mathilda tilly
mitchell mitch
natalie nat nataly natalia natasha natalya
norman norm
pauline polly paula
randall randy randolph
reginald reg reggie
roger rodge hodge
roland rollie
rudolph rudy rudolf
russell russ
sebastian seb bastian
simon si simeon
stanley stan
stuart stu stewart
sylvester sly
tobias toby
ulysses lee
vladimir vlad volodya volodymyr
dmitri dima dmitry dmitrii dimitri
sergei sergey serge sergio
yuri yury juri iurii
nikita nik
konstantin kostya
olga olya
tatiana tanya tatyana
svetlana sveta
irina ira
anastasia nastya
pavel pasha
boris borya
bradley brad
cameron cam
calvin cal
clifford cliff
clinton clint
dennis denny denis
derek rick
desmond des
ernest ernie ernst ernesto
gilbert gil bert
herbert herb bert
howard howie
hubert hugh bert
ignatius iggy ignacio nacho
irving irv
isaac ike zac
leslie les
malcolm mal
manuel manny manolo emmanuel
melvin mel
milton milt
morris mo maurice
oscar ozzie
preston pres
quentin quin
rafael rafa raphael
roderick rod rick
rodney rod
roxanne roxy
salvatore sal
sidney sid sydney
solomon sol
spencer spence
tabitha tabby
tristan tris
vanessa nessa
wesley wes
wilfred will fred
yvonne vonnie
`
