import { circle, line, path, rect, sheet, threadLines, across, down } from './strokes.js';

/** Drawings by name: the inside of an SVG of 640 × 480. */
const drawings = {
  hexBolt: () =>
    rect(110, 170, 70, 140) +
    line(110, 205, 180, 205) +
    line(110, 275, 180, 275) +
    rect(180, 195, 350, 90) +
    threadLines(300, 530, 195, 285) +
    across(180, 530, 340, 'L') +
    down(195, 285, 560, 'd'),
  socketScrew: () =>
    rect(110, 165, 95, 150) +
    path('M125 205h45v70h-45') +
    rect(205, 198, 330, 84) +
    threadLines(320, 535, 198, 282) +
    across(205, 535, 345, 'L') +
    down(198, 282, 565, 'd'),
  countersunkScrew: () =>
    path('M110 150L190 200V280L110 330z') +
    path('M110 215h40v50h-40') +
    rect(190, 200, 340, 80) +
    threadLines(280, 530, 200, 280) +
    across(110, 530, 360, 'L') +
    down(200, 280, 560, 'd'),
  carriageBolt: () =>
    path('M180 150Q90 170 90 240T180 330z') +
    rect(180, 200, 50, 80) +
    rect(230, 205, 310, 70) +
    threadLines(360, 540, 205, 275) +
    across(180, 540, 345, 'L') +
    down(205, 275, 570, 'd'),
  machineScrew: () =>
    path('M180 165Q110 175 110 240T180 315z') +
    line(110, 240, 150, 240) +
    rect(180, 202, 340, 76) +
    threadLines(200, 520, 202, 278) +
    across(180, 520, 340, 'L') +
    down(202, 278, 550, 'd'),
  setScrew: () =>
    rect(150, 190, 330, 100) +
    threadLines(170, 470, 190, 290) +
    path('M150 215h45v50h-45') +
    path('M480 200l30 20v40l-30 20') +
    across(150, 510, 340, 'L') +
    down(190, 290, 550, 'd'),
  drywallScrew: () =>
    path('M90 175Q150 200 180 215V265Q150 280 90 305z') +
    path('M180 215H480L550 240L480 265H180') +
    threadLines(220, 500, 205, 275) +
    across(90, 550, 340, 'L') +
    down(215, 265, 580, 'd'),
  woodScrew: () =>
    path('M90 165L170 215V265L90 315z') +
    path('M170 215H470L550 240L470 265H170') +
    threadLines(260, 490, 200, 280) +
    across(90, 550, 345, 'L') +
    down(200, 280, 580, 'd'),
  roofingScrew: () =>
    rect(80, 195, 50, 90) +
    path('M130 165L165 140V340L130 315z') +
    rect(165, 205, 300, 70) +
    threadLines(185, 460, 200, 280) +
    path('M465 215L530 240L465 265') +
    across(165, 530, 365, 'L') +
    down(205, 275, 560, 'd'),
  drillingScrew: () =>
    rect(90, 170, 60, 140) +
    rect(150, 205, 280, 70) +
    threadLines(170, 430, 200, 280) +
    path('M430 218H530L560 240L530 262H430M430 240L530 225') +
    across(150, 560, 345, 'L') +
    down(205, 275, 590, 'd'),
  nail: () =>
    path('M90 190V290M90 225H500L560 240L500 255H90') +
    line(110, 225, 110, 255) +
    line(125, 225, 125, 255) +
    across(90, 560, 330, 'L') +
    down(225, 255, 590, 'd'),
  hexNut: () =>
    path('M320 100L440 170V310L320 380L200 310V170z') +
    circle(320, 240, 72) +
    circle(320, 240, 84, true) +
    across(200, 440, 420, 'S') +
    down(168, 312, 480, 'd'),
  capNut: () =>
    path('M220 270H420V370H220z') +
    path('M240 270Q240 120 320 120T400 270') +
    line(290, 270, 290, 370) +
    line(350, 270, 350, 370) +
    across(220, 420, 410, 'S') +
    down(120, 370, 470, 'h'),
  wingNut: () =>
    rect(250, 220, 140, 130) +
    path('M250 290Q130 280 130 160Q190 150 250 230M390 290Q510 280 510 160Q450 150 390 230') +
    line(300, 220, 300, 350) +
    line(340, 220, 340, 350) +
    across(130, 510, 395, 'e'),
  washer: () =>
    circle(260, 240, 130) +
    circle(260, 240, 66) +
    rect(470, 110, 24, 260) +
    line(470, 174, 494, 174) +
    line(470, 306, 494, 306) +
    across(130, 390, 410, 'D') +
    down(174, 306, 540, 'd'),
  springWasher: () =>
    circle(260, 240, 130) +
    circle(260, 240, 84) +
    path('M255 110L275 156M268 110L288 156') +
    path('M470 120L500 110V360L470 370z') +
    across(130, 390, 410, 'D'),
  threadedRod: () =>
    rect(70, 205, 500, 70) +
    threadLines(85, 560, 205, 275) +
    across(70, 570, 340, 'L') +
    down(205, 275, 600, 'd'),
  pin: () =>
    path('M120 205H520L540 220V260L520 275H120L100 260V220z') +
    line(120, 205, 120, 275) +
    line(520, 205, 520, 275) +
    across(100, 540, 335, 'L') +
    down(205, 275, 575, 'd'),
  anchor: () =>
    path('M70 215H480V200H540L565 190V290L540 280H480V265H70z') +
    threadLines(80, 200, 215, 265) +
    rect(130, 185, 60, 110) +
    line(120, 170, 120, 310) +
    path('M400 205H480M400 275H480M400 205V275') +
    across(70, 565, 350, 'L') +
    down(215, 265, 595, 'd'),
  cartridge: () =>
    rect(180, 150, 300, 180) +
    path('M180 150L150 170V310L180 330M150 215L60 230V250L150 265') +
    rect(480, 160, 16, 160) +
    line(240, 150, 240, 330) +
    line(420, 150, 420, 330) +
    across(180, 480, 370, 'V'),
  plug: () =>
    path('M110 170H130V310H110zM130 195H500L540 215V265L500 285H130z') +
    line(300, 240, 540, 240) +
    path(
      'M320 195l18-14v14M370 195l18-14v14M420 195l18-14v14M320 285l18 14v-14M370 285l18 14v-14M420 285l18 14v-14',
    ) +
    across(130, 540, 345, 'L') +
    down(195, 285, 575, 'd'),
  rivet: () =>
    path('M230 160Q200 160 200 240T230 320z') +
    rect(230, 200, 180, 80) +
    rect(60, 228, 140, 24) +
    circle(440, 240, 30) +
    line(200, 228, 410, 228, true) +
    line(200, 252, 410, 252, true) +
    across(230, 410, 355, 'L') +
    down(200, 280, 500, 'd'),
  chain: () =>
    [90, 230, 370]
      .map(
        (x) =>
          `<rect x="${x}" y="185" width="180" height="110" rx="55"/><rect x="${x + 22}" y="207" width="136" height="66" rx="33"/>`,
      )
      .join('') + across(112, 248, 345, 't'),
  rope: () =>
    rect(60, 200, 520, 80) +
    Array.from({ length: 13 }, (_, index) =>
      path(`M${70 + index * 40} 280Q${80 + index * 40} 235 ${105 + index * 40} 200`),
    ).join('') +
    down(200, 280, 605, 'd'),
  shackle: () =>
    path('M230 340V200a90 90 0 0 1 180 0V340M260 340V200a60 60 0 0 1 120 0V340') +
    rect(200, 340, 240, 36) +
    circle(185, 358, 18) +
    across(260, 380, 410, 'b'),
  hook: () =>
    path('M310 90V250a60 60 0 1 1-110 20M330 90V250a82 82 0 1 1-150 25L200 270') +
    threadLines(300, 340, 90, 150) +
    down(90, 345, 450, 'L'),
  cableTie: () =>
    rect(90, 200, 70, 80) +
    rect(110, 225, 30, 30) +
    path('M160 218H520L570 235V245L520 262H160') +
    Array.from({ length: 16 }, (_, index) => line(190 + index * 18, 230, 190 + index * 18, 250)).join('') +
    across(160, 570, 330, 'L') +
    down(218, 262, 600, 'b'),
  clamp: () =>
    circle(320, 260, 130) +
    circle(320, 260, 114) +
    rect(270, 90, 120, 50) +
    rect(390, 98, 40, 34) +
    line(400, 98, 400, 132) +
    across(206, 434, 430, 'D'),
  spring: () =>
    path('M100 240a40 40 0 1 1 40 40') +
    Array.from({ length: 12 }, (_, index) =>
      path(`M${170 + index * 26} 300L${190 + index * 26} 180L${196 + index * 26} 300`),
    ).join('') +
    path('M500 280a40 40 0 1 1 40-40') +
    across(170, 490, 350, 'L'),
  bracket: () =>
    path('M160 90H200V340H470V380H160z') +
    [140, 200, 260].map((y) => circle(180, y, 9)).join('') +
    [280, 350, 420].map((x) => circle(x, 360, 9)).join('') +
    across(160, 470, 420, 'B') +
    down(90, 380, 510, 'A'),
  hinge: () =>
    rect(150, 130, 150, 220) +
    rect(340, 130, 150, 220) +
    rect(300, 130, 40, 220) +
    [174, 218, 262, 306].map((y) => line(300, y, 340, y)).join('') +
    [180, 240, 300].map((y) => circle(200, y, 11) + circle(440, y, 11)).join('') +
    down(130, 350, 540, 'H'),
  disc: () =>
    circle(320, 240, 165) +
    circle(320, 240, 70) +
    circle(320, 240, 24) +
    path('M320 75a165 165 0 0 1 116 48M204 357a165 165 0 0 1-40-63', true) +
    across(155, 485, 430, 'D'),
  padlock: () =>
    rect(210, 220, 220, 170) +
    path('M245 220V160a75 75 0 0 1 150 0V220M270 220V160a50 50 0 0 1 100 0V220') +
    circle(320, 290, 18) +
    path('M312 304L306 345H334L328 304') +
    across(210, 430, 425, 'B'),
  aerosol: () =>
    rect(250, 160, 140, 240) +
    path('M250 160Q250 125 290 120H350Q390 125 390 160') +
    rect(298, 84, 44, 36) +
    rect(265, 200, 110, 130) +
    down(84, 400, 440, 'H') +
    across(250, 390, 432, 'd'),
  drillBit: () =>
    path('M60 210H240V270H60z') +
    path('M240 210H530L565 240L530 270H240') +
    Array.from({ length: 5 }, (_, index) =>
      path(`M${250 + index * 58} 270Q${285 + index * 58} 250 ${300 + index * 58} 210`),
    ).join('') +
    across(60, 565, 340, 'L') +
    down(210, 270, 595, 'd'),
  tap: () =>
    rect(70, 215, 60, 50) +
    rect(130, 205, 150, 70) +
    path('M280 200H520L560 215V265L520 280H280z') +
    threadLines(300, 530, 200, 280) +
    line(280, 240, 560, 240) +
    across(70, 560, 345, 'L'),
  spanner: () =>
    path('M150 175L110 205V275L150 305Q200 300 215 265H440') +
    path('M215 215H440M150 175Q200 180 215 215M110 205L155 215V265L110 275') +
    circle(490, 240, 55) +
    path('M490 208L518 224V256L490 272L462 256V224z') +
    across(110, 545, 360, 'L'),
  socket: () =>
    path('M190 150H440V330H190z') +
    path('M190 180H260V300H190M440 200H380V280H440', true) +
    circle(520, 240, 45) +
    path('M520 212L544 226V254L520 268L496 254V226z') +
    across(190, 440, 375, 'L'),
  bit: () =>
    path('M150 200H280L300 215H420L480 230V250L420 265H300L280 280H150z') +
    line(150, 240, 280, 240) +
    path('M420 215V265M420 240H480') +
    across(150, 480, 330, 'L'),
  screwdriver: () =>
    path('M80 200Q80 190 95 190H260L290 215V265L260 290H95Q80 290 80 280z') +
    [205, 240, 275].map((y) => line(100, y, 250, y)).join('') +
    rect(290, 230, 230, 20) +
    path('M520 230L560 236V244L520 250') +
    across(290, 560, 335, 'L'),
  hammer: () =>
    path('M110 120H190V100H270L330 130V170H110z') +
    rect(205, 170, 40, 220) +
    line(205, 330, 245, 330) +
    across(110, 330, 430, 'L') +
    down(100, 390, 400, 'H'),
  pliers: () =>
    path('M80 215L240 205Q270 210 280 225L560 150Q580 165 565 180L290 250Q270 275 240 270L90 235z') +
    path('M80 225L240 230M290 250L560 320Q580 305 565 290L300 235') +
    circle(268, 240, 14) +
    across(80, 570, 370, 'L'),
  tape: () =>
    circle(260, 230, 140) +
    circle(260, 230, 80) +
    path('M260 370H540V310') +
    line(540, 370, 560, 370) +
    across(120, 400, 420, 'D'),
  sheet: () =>
    rect(170, 100, 300, 260) +
    path('M470 300L410 360H470z') +
    Array.from({ length: 24 }, (_, index) =>
      circle(200 + (index % 6) * 42, 130 + Math.floor(index / 6) * 50, 3),
    ).join('') +
    across(170, 470, 405, 'B') +
    down(100, 360, 510, 'L'),
  saw: () =>
    path('M80 200H560V240L80 260z') +
    Array.from({ length: 22 }, (_, index) =>
      path(`M${110 + index * 20} ${259 - index * 0.9}l8 14l8-14`),
    ).join('') +
    circle(100, 228, 10) +
    across(80, 560, 320, 'L'),
  bottle: () =>
    path('M240 190Q240 160 285 150V110H355V150Q400 160 400 190V390H240z') +
    rect(278, 80, 84, 30) +
    rect(255, 220, 130, 110) +
    down(80, 390, 450, 'H'),
  glove: () =>
    path(
      'M230 390V250L190 190Q180 165 205 165L250 220V110Q262 90 275 110V200V90Q290 72 303 90V200V98Q318 80 331 98V205V125Q345 108 358 125V300L340 390z',
    ) +
    line(230, 350, 348, 350) +
    across(230, 358, 430, 'B'),
  glasses: () =>
    path('M90 190H550M110 190Q110 310 200 310T290 210Q320 195 350 210Q350 310 440 310T530 190') +
    path('M90 190L60 220M550 190L580 220') +
    across(110, 530, 355, 'B'),
  helmet: () =>
    path('M130 320Q130 120 320 120T510 320H560V345H80V320z') +
    path('M280 124Q270 220 275 320M360 124Q370 220 365 320') +
    across(130, 510, 390, 'B'),
  tube: () =>
    path('M180 170L480 200V280L180 310z') +
    rect(480, 210, 60, 60) +
    line(200, 172, 200, 308) +
    rect(250, 205, 170, 70) +
    across(180, 540, 355, 'L'),
  jar: () =>
    rect(200, 190, 240, 180) +
    rect(190, 130, 260, 60) +
    [220, 260, 300, 340, 380, 420].map((x) => line(x, 135, x, 185)).join('') +
    rect(225, 230, 190, 90) +
    down(130, 370, 490, 'H'),
  fitting: () =>
    path('M120 150H260V190H300V310H340V380H200V310H240V270H260V290H120z') +
    threadLines(125, 200, 150, 290) +
    across(120, 340, 420, 'L'),
  valve: () =>
    rect(120, 210, 90, 110) +
    rect(430, 210, 90, 110) +
    path('M210 230H270L300 200H340L370 230H430V300H210z') +
    rect(305, 150, 30, 50) +
    path('M320 150L480 110V130L335 165') +
    threadLines(130, 200, 210, 320) +
    threadLines(440, 510, 210, 320) +
    across(120, 520, 365, 'L'),
  pipe: () =>
    path('M90 180H520V300H90z') +
    '<ellipse cx="90" cy="240" rx="24" ry="60"/><ellipse cx="520" cy="240" rx="24" ry="60"/><ellipse cx="520" cy="240" rx="15" ry="42"/>' +
    across(90, 520, 350, 'L') +
    down(180, 300, 580, 'D'),
  generic: () =>
    path('M170 180L320 110L470 180V320L320 390L170 320zM170 180L320 250L470 180M320 250V390') +
    across(170, 470, 430, 'L'),
} as const;

/** Names of the drawings. */
export type DrawingName = keyof typeof drawings;

/** Draws a kind of goods as a line drawing with its dimensions; the same name gives the same SVG. */
export function drawingOf(name: DrawingName): string {
  return sheet(drawings[name]());
}

/** Every drawing there is. */
export const drawingNames = Object.keys(drawings) as readonly DrawingName[];
