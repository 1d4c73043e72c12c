package vm.interp;

final class VmThread extends Thread {
    private final OpcodeStats[] program;
    private int pc;
    private int steps;

    VmThread(OpcodeStats... program) {
        this.program = program;
    }

    @Override
    public void run() {
        while (pc < program.length) {
            long t = System.nanoTime();
            OpcodeStats op = program[pc++];
            steps++;
            try {
                step(op);
            } catch (RuntimeException e) {
                op.failed();
            }
            op.executed((int) (System.nanoTime() - t));
        }
    }

    private void step(OpcodeStats op) {
        if (op == OpcodeStats.CALL && steps > 1_000_000) {
            throw new IllegalStateException("runaway");
        }
    }
}
