/** What happens over HTTP when several do the same thing at the same moment. */
@NullMarked
package io.calllog.api.race;

import org.jspecify.annotations.NullMarked;
