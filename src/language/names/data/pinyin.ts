/** Chinese family names by pinyin, the most frequent ones; simplified or traditional folds to one. */
export const CHINESE_FAMILIES = `
wang王汪 li李黎厉 zhang张章 liu刘柳 chen陈 yang杨阳 huang黄 zhao赵 wu吴武伍邬 zhou周 xu徐许 sun孙 ma马 zhu朱祝 hu胡 guo郭 he何贺 gao高 lin林 luo罗骆 zheng郑 liang梁 xie谢解
song宋 tang唐汤 deng邓 feng冯封 han韩 cao曹 zeng曾 peng彭 xiao萧 cai蔡 pan潘 tian田 dong董 yuan袁 yu于余俞喻 ye叶 jiang蒋江姜 du杜 su苏 wei魏韦卫 cheng程成 lu吕陆卢鲁路芦 ding丁 ren任 shen沈 yao姚
cui崔 zhong钟仲 tan谭 fan范樊 jin金靳 shi石史施 liao廖 jia贾 xia夏 fu付傅符 fang方房 zou邹 xiong熊 bai白柏 meng孟蒙 qin秦覃 qiu邱丘裘 hou侯 yin尹殷 xue薛 yan阎严颜闫 duan段 lei雷 long龙 tao陶 hao郝 gong龚宫
shao邵 wan万 qian钱 mao毛 chang常 dai戴 mo莫 kong孔 xiang向项 wen文温闻 niu牛 ge葛 xing邢 qi齐祁戚 an安 qiao乔 pang庞 zhan詹占 guan关管 ji纪季吉 sheng盛 zuo左 lan兰蓝 ning宁 tong童佟 hong洪 ouyang欧阳 sima司马 zhuge诸葛 shangguan上官 situ司徒
`
/** Characters of Chinese given names by pinyin. */
export const CHINESE_GIVEN = `
wei伟卫威薇维巍炜玮 fang芳方 na娜 xiu秀 min敏民旻 jing静晶京婧敬靖璟菁 li丽莉力立利黎理励李 qiang强 lei磊雷蕾 jun军俊君钧峻骏 yang洋阳扬杨 yong勇永 yan艳燕岩彦妍颜炎言 jie杰洁捷婕 juan娟 tao涛 ming明铭鸣 chao超潮 xia霞夏 ping平萍 gang刚钢 gui桂贵 ying英颖莹盈瑛影 hua华花骅 yu宇玉雨瑜煜钰昱羽裕愉 xin欣鑫新心馨昕信 hao浩豪昊皓 bo波博勃 bin斌彬滨宾 hui辉慧惠晖卉会
peng鹏 fei飞菲霏 long龙隆 mei梅美玫媚 hong红宏洪鸿虹弘 lin林琳霖麟 xiao晓小筱霄潇笑 dong东冬栋 jian建健剑坚 guo国 zhi志智治芝知 wen文雯 ling玲灵凌铃 ting婷庭霆 ning宁 xue雪学 qing青清庆晴卿 chun春纯 yi一怡毅仪逸艺易义奕宜益 zi子紫梓 han涵晗翰寒 xuan轩萱璇 rui瑞睿蕊锐 chen晨辰宸 hang航 kai凯开 tian天甜 ze泽 rong荣蓉容融 feng峰锋凤枫丰风 yun云韵芸 lan兰岚 yue月悦越玥 ran然冉 si思斯 meng梦萌 lu璐露路 shan山珊姗杉 shu淑书舒 zhen珍振真震臻 bao宝保 cheng成诚承程 sheng胜生圣晟盛 da大达 de德 fu福富芙 guang光广 hai海 jia佳嘉家 jin金锦进瑾津 kun坤昆 liang亮良 man曼 nan楠南男 qi琪奇琦启祺齐 qian倩茜谦 qin琴勤 ru如 sen森 shi世诗石仕 shuai帅 song松 ting亭 tong彤童桐 wan婉万 xi希曦西喜熙夕 xiang翔祥香湘 xing星兴 xu旭 ya雅亚娅 ye叶烨野 yuan媛园源远元圆 zhong中忠 zhu珠竹 zhe哲喆 ke可科柯 ai爱 an安 bei蓓贝 chang昌畅 chong崇 dan丹 fan凡帆 gen根 heng恒 huan欢 jiao娇 jiu九 lai来 le乐 lun伦 mao茂 mu沐 pei佩培 qiu秋 quan全泉 ren仁 run润 shao少 shun顺 ti缇 wu武 xian贤先 xiong雄 you友佑 yin银音 zhan展 zheng正政征 zhou洲舟 zong宗 zu祖 hu虎 jiang江 ma马 ni妮 nuo诺 peng朋 rou柔 shuang爽双 su素苏 tai泰 xie协 xun勋迅 yao瑶耀尧 zhao昭 zhuo卓
`
