// Starts instances of a process with five user tasks and a decision, and advances each by three: what the pathway
// engine does in bench_pathways. Prints the CPU of one instance in microseconds, and how many were made.
//
//     node advance.mjs SECONDS
import { Engine } from "bpmn-engine";

const seconds = Number(process.argv[2] ?? 5);
const tasks = ["contact", "meeting", "carry_out", "evaluate"];
const flows = tasks
  .map((task, place) => `<sequenceFlow id="to_${task}" sourceRef="${place === 0 ? "start" : tasks[place - 1]}" targetRef="${task}"/>`)
  .join("");
const source = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d">
  <process id="pathway" isExecutable="true">
    <startEvent id="start"/>
    ${tasks.map((task) => `<userTask id="${task}"/>`).join("")}
    <exclusiveGateway id="decide" default="to_end"/>
    <endEvent id="end"/>
    ${flows}
    <sequenceFlow id="to_decide" sourceRef="evaluate" targetRef="decide"/>
    <sequenceFlow id="again" sourceRef="decide" targetRef="carry_out">
      <conditionExpression xsi:type="tFormalExpression">\${environment.variables.again}</conditionExpression>
    </sequenceFlow>
    <sequenceFlow id="to_end" sourceRef="decide" targetRef="end"/>
  </process>
</definitions>`;

async function one_instance() {
  const engine = new Engine({ name: "pathway", source });
  const execution = await engine.execute();
  for (let step = 0; step < 3; ++step) {
    const [waiting] = execution.getPostponed().filter((one) => one.type === "bpmn:UserTask");
    if (!waiting) throw new Error("no task waits");
    waiting.signal();
  }
  const [next] = execution.getPostponed().filter((one) => one.type === "bpmn:UserTask");
  if (next?.id !== "evaluate") throw new Error(`stands at ${next?.id}`);
  await execution.stop();
}

for (let i = 0; i < 20; ++i) await one_instance(); // Until the compiler has seen it.
const before = process.cpuUsage();
const end = performance.now() + seconds * 1000;
let count = 0;
while (performance.now() < end) {
  await one_instance();
  ++count;
}
const used = process.cpuUsage(before);
console.log(`${(used.user + used.system) / count} ${count}`);
