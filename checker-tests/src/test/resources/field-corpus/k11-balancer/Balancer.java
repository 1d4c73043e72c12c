package k11;

interface Balancer {
	void addProcessor(String endpoint);

	String choose();
}
