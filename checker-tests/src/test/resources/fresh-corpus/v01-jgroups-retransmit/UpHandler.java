package v01jgroupsretransmit;

public interface UpHandler {
    void up(Message msg);

    record Message(String sender, long seqno, int length) {
    }
}
