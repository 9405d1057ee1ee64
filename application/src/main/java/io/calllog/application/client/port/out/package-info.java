/** What the use cases about clients need of the outside. */
@NullMarked
package io.calllog.application.client.port.out;

import org.jspecify.annotations.NullMarked;
