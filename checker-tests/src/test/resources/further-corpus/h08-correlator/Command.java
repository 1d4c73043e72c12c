package correlator;

/** A message on the wire. Instances are owned by the thread that sends or receives them. */
public class Command {

    private int commandId;
    private int correlationId = -1;
    private int redeliveries;

    public int getCommandId() {
        return commandId;
    }

    public void setCommandId(int commandId) {
        this.commandId = commandId;
    }

    public int getCorrelationId() {
        return correlationId;
    }

    public boolean isResponse() {
        return correlationId >= 0;
    }

    public Command correlate(int id) {
        this.correlationId = id;
        return this;
    }

    public Command redelivered() {
        redeliveries++;
        return this;
    }
}
