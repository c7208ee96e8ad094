/** Korean family names and how their bearers write them in Latin letters. */
export const KOREAN_FAMILIES = `
김kim/gim 이lee/yi/rhee/ri/i/rhie/yee 박park/bak/pak 최choi/choe 정jung/jeong/chung/cheong/joung 강kang/gang 조cho/jo 윤yoon/yun/youn 장jang/chang 임lim/im/rim/yim 한han 오oh/o 서seo/suh/so 신shin/sin 권kwon/gwon 황hwang
안ahn/an 송song 류ryu/yoo/yu/ryoo 유yoo/yu/you/ryu 홍hong 전jeon/jun/chun/chon 고ko/go/koh 문moon/mun 손son/sohn 양yang 배bae/pae/bai 백baek/paik/baik/paek 허heo/huh/hur/hu 남nam 심shim/sim 노noh/no/roh/rho 하ha 곽kwak/gwak 성sung/seong 차cha
주joo/ju/chu 우woo/u/wu 구koo/gu/ku/goo 민min 나na/ra/rah 진jin/chin 지ji/chi/jee 엄eom/um 채chae 원won 천cheon/chun 방bang/pang 공kong/gong 현hyun/hyeon 함ham 변byun/byeon 염yeom/yum 여yeo 추choo/chu 도do 소so 석seok/suk 선sun/seon 설seol/sul
마ma 길gil/kil 연yeon/youn 위wi/wee 표pyo 명myung/myeong 기ki/gi 반ban 왕wang 금keum/geum 옥ok/ock 인in 맹maeng 제je 모mo 탁tak 국kook/guk 어eo 은eun 편pyeon 용yong 라ra/na 경kyung/gyeong 봉bong 사sa 부boo/bu 남궁namgung/namkoong 황보hwangbo 선우sunwoo/seonu 독고dokgo/dokko
`
