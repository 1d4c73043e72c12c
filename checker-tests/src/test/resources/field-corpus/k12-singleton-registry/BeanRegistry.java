package k12;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Shared instances by name; creation is serialized by the map of finished instances. */
public class BeanRegistry {

	/** Cache of finished instances. Also the monitor for the two below. */
	private final Map<String, Object> singletonObjects = new ConcurrentHashMap<>(256);

	private final Map<String, Supplier<?>> singletonFactories = new HashMap<>(16);

	private final Map<String, Object> earlySingletonObjects = new HashMap<>(16);

	private final Set<String> registeredSingletons = new LinkedHashSet<>(256);

	private final Set<String> inCreation = Collections.newSetFromMap(new ConcurrentHashMap<>(16));

	private boolean singletonsCurrentlyInDestruction = false;

	public void registerSingleton(String beanName, Object singletonObject) {
		synchronized (this.singletonObjects) {
			Object oldObject = this.singletonObjects.get(beanName);
			if (oldObject != null) {
				throw new IllegalStateException("Could not register [" + beanName + "]: already bound");
			}
			addSingleton(beanName, singletonObject);
		}
	}

	protected void addSingleton(String beanName, Object singletonObject) {
		synchronized (this.singletonObjects) {
			this.singletonObjects.put(beanName, singletonObject);
			this.singletonFactories.remove(beanName);
			this.earlySingletonObjects.remove(beanName);
			this.registeredSingletons.add(beanName);
		}
	}

	protected void addSingletonFactory(String beanName, Supplier<?> singletonFactory) {
		synchronized (this.singletonObjects) {
			if (!this.singletonObjects.containsKey(beanName)) {
				this.singletonFactories.put(beanName, singletonFactory);
				this.earlySingletonObjects.remove(beanName);
				this.registeredSingletons.add(beanName);
			}
		}
	}

	public Object getSingleton(String beanName, boolean allowEarlyReference) {
		Object singletonObject = this.singletonObjects.get(beanName);
		if (singletonObject == null && inCreation.contains(beanName)) {
			synchronized (this.singletonObjects) {
				singletonObject = this.earlySingletonObjects.get(beanName);
				if (singletonObject == null && allowEarlyReference) {
					Supplier<?> factory = this.singletonFactories.get(beanName);
					if (factory != null) {
						singletonObject = factory.get();
						this.earlySingletonObjects.put(beanName, singletonObject);
						this.singletonFactories.remove(beanName);
					}
				}
			}
		}
		return singletonObject;
	}

	public Object getSingleton(String beanName, Supplier<?> factory) {
		synchronized (this.singletonObjects) {
			Object singletonObject = this.singletonObjects.get(beanName);
			if (singletonObject == null) {
				if (this.singletonsCurrentlyInDestruction) {
					throw new IllegalStateException("in destruction");
				}
				beforeSingletonCreation(beanName);
				try {
					singletonObject = factory.get();
				}
				finally {
					afterSingletonCreation(beanName);
				}
				addSingleton(beanName, singletonObject);
			}
			return singletonObject;
		}
	}

	protected void beforeSingletonCreation(String beanName) {
		if (!this.inCreation.add(beanName)) {
			throw new IllegalStateException("circular: " + beanName);
		}
	}

	protected void afterSingletonCreation(String beanName) {
		this.inCreation.remove(beanName);
	}

	public void destroySingletons() {
		String[] names;
		synchronized (this.singletonObjects) {
			this.singletonsCurrentlyInDestruction = true;
			names = this.registeredSingletons.toArray(new String[0]);
		}
		for (int i = names.length - 1; i >= 0; i--) {
			removeSingleton(names[i]);
		}
		synchronized (this.singletonObjects) {
			this.registeredSingletons.clear(); // MAYBE
			this.singletonsCurrentlyInDestruction = false;
		}
	}

	protected void removeSingleton(String beanName) {
		synchronized (this.singletonObjects) {
			this.singletonObjects.remove(beanName);
			this.singletonFactories.remove(beanName);
			this.earlySingletonObjects.remove(beanName);
			this.registeredSingletons.remove(beanName);
		}
	}
}
